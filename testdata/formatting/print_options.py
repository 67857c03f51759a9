import asyncio
import io
import sys


async def progress(steps: int) -> None:
    for step in range(steps):
        print(step, end="." if step < steps - 1 else "\n", flush=True)
        await asyncio.sleep(0)


async def main() -> None:
    print()
    print("a", "b", "c", sep="")
    print("a", "b", sep=" -> ", end="!\n")
    print(1, 2.0, None, [3], sep="\n")
    print("no newline", end="")
    print(" | continued")
    await progress(4)
    print(*range(5), sep=", ")
    print(*[], sep="x", end="<empty>\n")
    buffer = io.StringIO()
    print("into", "buffer", file=buffer)
    buffer.write("and more")
    print(repr(buffer.getvalue()), len(buffer.getvalue()))
    print("to stderr", file=sys.stderr)
    print("to stdout", file=sys.stdout)
    sys.stdout.write("written\n")
    print("multi\nline", "text\t.")
    print("""triple
  quoted""")
    print('implicit ' "concatenation " f"{1 + 1}")
    print(r"raw \n", "escaped \\n", "\x41\u00e9\N{BULLET}")
    print(sep="-")
    print("None as sep and end", None, sep=None, end=None)


asyncio.run(main())
