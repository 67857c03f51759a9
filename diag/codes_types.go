package diag

// Codes about names and types.
const (
	UndefinedName      Code = "PG3001" // a name that nothing binds
	ForgottenImport    Code = "PG3002" // a name used without an import, resolved to the one module that has it
	WrongAnnotation    Code = "PG3010" // an annotation that contradicts what flows there
	UnsupportedBuiltin Code = "PG2090" // a builtin that needs the interpreter: eval, exec, ...
)

// Codes about library modules and stubs.
const (
	UnknownModule  Code = "PG4001" // an import of a module without a stub
	UnknownMember  Code = "PG4002" // a name that a module's stub does not have
	BrokenStub     Code = "PG4003" // a stub that cannot be read
	LibraryDiffers Code = "PG4005" // a library class that does not all that CPython's does
	MissingModule  Code = "PG4004" // an unknown module whose import is guarded by except ImportError
)

var _ = register(
	Doc{
		Code:  UndefinedName,
		Title: "a name is not defined",
		Text: `Nothing in the program binds the name: no assignment, parameter, definition or import in a scope that can be seen
from here, and it is no builtin. The Go raises NameError when it gets there, as CPython does.

Where the name could have been imported from several library modules, the hint lists them.`,
		Example: "print(totl)\n",
		Instead: "total = 1\nprint(total)\n",
	},
	Doc{
		Code:  ForgottenImport,
		Title: "a name is used but not imported",
		Text: `The program uses a name of the standard library without importing it, and exactly one library module could be meant.
The name is taken from there. CPython would stop with a NameError: add the import that the hint names.`,
		Example: "asyncio.run(asyncio.sleep(0))\n",
		Instead: "import asyncio\n\nasyncio.run(asyncio.sleep(0))\n",
	},
	Doc{
		Code:  WrongAnnotation,
		Title: "an annotation contradicts the program",
		Text: `Types come from what the program does; annotations are checked against it. Here a value of another type than the
annotation says was seen to flow. CPython does not look at annotations, so the program is converted by what flows.`,
		Example: "def double(x: int) -> str:\n    return x * 2\n\nprint(double(2))\n",
		Instead: "def double(x: int) -> int:\n    return x * 2\n\nprint(double(2))\n",
	},
	Doc{
		Code:  UnsupportedBuiltin,
		Title: "the builtin needs a Python interpreter",
		Text: `eval, exec, compile and __import__ run Python source at run time. The converted program is Go and has no Python
interpreter in it. Write the code itself, a table of functions, or json for data.`,
		Example: "print(eval(\"1 + 1\"))\n",
		Instead: "print(1 + 1)\n",
	},
	Doc{
		Code:  UnknownModule,
		Title: "the module is not known",
		Text: `A library is known through a stub: a .pyi file in typeshed's syntax that also names the Go package that stands for it.
No stub of the tool or of the folders given with --stubs has this module.

Write NAME.pyi with the functions and classes that the program uses, name the Go import path in __go__, and pass the
folder with --stubs DIR. Modules of your own program must be in the same file.`,
		Example: "import nosuchmodule\n",
	},
	Doc{
		Code:  UnknownMember,
		Title: "the module does not have this name",
		Text: `The module's stub has no such name: it does not exist in Python, or the tool has no Go for it yet. Extend the stub, or
bind your own with --stubs DIR.`,
		Example: "import asyncio\n\nasyncio.slep(1)\n",
		Instead: "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n",
	},
	Doc{
		Code:  BrokenStub,
		Title: "a stub cannot be read",
		Text:  `The .pyi file of a module has a syntax error, an unknown directive, or imports a module that has no stub.`,
	},
	Doc{
		Code:  LibraryDiffers,
		Title: "a library class differs from CPython's",
		Text: `The program uses a class of the library whose Go form does not do all that CPython's does; the message says what is
otherwise. The conversion goes on: see that the program does not need it.`,
		Example: "from concurrent.futures import ProcessPoolExecutor\n\npool = ProcessPoolExecutor(2)\nprint(pool.submit(pow, 2, 5).result())\npool.shutdown()\n",
		Instead: "from concurrent.futures import ThreadPoolExecutor\n\npool = ThreadPoolExecutor(2)\nprint(pool.submit(pow, 2, 5).result())\npool.shutdown()\n",
	},
	Doc{
		Code:  MissingModule,
		Title: "an optional module is not known",
		Text: `The import stands in a try with a handler for ImportError, and the module or the name has no stub: the conversion
takes the import as failing, so the handler runs. Bind the module with a stub (--stubs DIR) to have it. A module of the
standard library that has no stub is an error (PG4001) even there: CPython finds it, and the handler would not run.`,
		Example: "try:\n    import nosuchmodule\nexcept ImportError:\n    nosuchmodule = None\nprint(nosuchmodule)\n",
	},
)
