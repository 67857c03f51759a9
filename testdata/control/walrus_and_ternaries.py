import asyncio
import io


async def read_chunk(stream: io.StringIO, size: int) -> str:
    await asyncio.sleep(0)
    return stream.read(size)


def sign(n: float) -> str:
    return "positive" if n > 0 else "negative" if n < 0 else "zero"


def first_long(words: list[str], size: int) -> str | None:
    if any(len(found := word) > size for word in words):
        return found
    return None


async def main() -> None:
    stream = io.StringIO("the quick brown fox")
    chunks = []
    while chunk := await read_chunk(stream, 5):
        chunks.append(chunk)
    print(chunks, repr(chunk))
    print([sign(n) for n in (3, -2.5, 0)], first_long(["a", "three", "sixsix"], 4), first_long(["a"], 4))
    data = [4, 8, 15]
    print([y for x in data if (y := x * 2) > 10], y)
    print((n := 10) + n, n, (a := (b := 1)) if False else "skip")
    results = [last := i for i in range(4)]
    print(results, last)
    if (count := len(data)) > 2 and (total := sum(data)) > 20:
        print(f"{count} values, {total=}")
    print(f"{(w := 7)} {w!r:>4} {w + 1=}")
    value = None
    print(value or "default", value if value is not None else "none", (value and value.x) is None)
    x = 5
    kind = "small" if x < 3 else ("medium" if x < 8 else "large")
    print(kind, "yes" if x in (1, 5) else "no", [("even", "odd")[i % 2] for i in range(3)])
    assert (limit := x * 2) == 10, "limit"
    print(limit)
    squares = {k: v for k in range(5) if (v := k ** 2) % 2 == 0}
    print(squares, max((best := s) for s in squares.values()), best)
    i = 0
    while (i := i + 1) < 10:
        if i % 2:
            continue
        if i == 6:
            break
        print(i, end=" ")
    print("stopped at", i)
    print(*(p if (p := q * q) > 4 else -p for q in range(4)))
    print(x.__class__.__name__ if x else 0, 1 if [] else 2 if {} else 3)


asyncio.run(main())
