package diag

var _ = register(
	Doc{
		Code:  Unsupported,
		Title: "a construct that cannot be converted",
		Text: `Python allows this here, and py2go-async has no Go for it. The message names the construct, the hint what to write
instead where there is a common way.`,
		Example: "def show():\n    print(locals())\n\n\nshow()\n",
		Instead: "def show():\n    values = {\"x\": 1}\n    print(values)\n\n\nshow()\n",
	},
	Doc{
		Code:  ModuleValue,
		Title: "a library module is used as a value",
		Text: `Modules are Go packages, and a Go package is no value: it cannot be assigned, passed to a function or returned. Name
the functions of the module instead.`,
	},
	Doc{
		Code:  Monkeypatch,
		Title: "a library module is changed at run time",
		Text: `The program assigns to a name of a library module. In Go the functions of a package are fixed. Pass the function to the
code that needs another one, or call your own function there.`,
		Example: "import asyncio\n\n\nasync def fast(seconds):\n    pass\n\n\nasyncio.sleep = fast\n",
		Instead: "import asyncio\n\n\nasync def main(sleep=asyncio.sleep):\n    await sleep(0)\n\n\nasyncio.run(main())\n",
	},
)
