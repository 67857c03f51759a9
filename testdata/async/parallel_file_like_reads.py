import asyncio
import io


async def read_lines(name: str, stream: io.StringIO, out: list[str]) -> int:
    count = 0
    for line in stream:
        await asyncio.sleep(0)
        out.append(f"{name}:{line.rstrip()}")
        count += 1
    return count


async def merge(*streams: tuple[str, str]) -> tuple[list[str], dict[str, int]]:
    out: list[str] = []
    counts = await asyncio.gather(*(read_lines(n, io.StringIO(text), out) for n, text in streams))
    return out, dict(zip((n for n, _ in streams), counts))


async def main() -> None:
    lines, counts = await merge(("a", "1\n2\n3\n"), ("b", "x\ny"), ("c", ""))
    print(lines)
    print(counts)
    buffer = io.StringIO()
    for line in sorted(lines, reverse=True):
        buffer.write(line + "\n")
    print(buffer.getvalue(), end="")


asyncio.run(main())
