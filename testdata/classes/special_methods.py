import asyncio


class Vec:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: "Vec") -> "Vec":
        if not isinstance(other, Vec):
            return NotImplemented
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k: float) -> "Vec":
        return Vec(self.x * k, self.y * k)

    def __rmul__(self, k: float) -> "Vec":
        return self * k

    def __neg__(self) -> "Vec":
        return Vec(-self.x, -self.y)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Vec):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __iadd__(self, other: "Vec") -> "Vec":
        self.x += other.x
        self.y += other.y
        return self

    def __repr__(self) -> str:
        return f"Vec({self.x}, {self.y})"


class Grid:
    def __init__(self, w: int, h: int) -> None:
        self.w = w
        self.cells = [0] * (w * h)

    def __getitem__(self, pos: tuple[int, int]) -> int:
        x, y = pos
        return self.cells[y * self.w + x]

    def __setitem__(self, pos: tuple[int, int], v: int) -> None:
        x, y = pos
        self.cells[y * self.w + x] = v

    def __len__(self) -> int:
        return len(self.cells)

    def __contains__(self, v: int) -> bool:
        return v in self.cells

    def __iter__(self):
        for c in self.cells:
            yield c


class Countdown:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Ticker:
    def __init__(self, n: int) -> None:
        self.i = 0
        self.n = n

    def __aiter__(self) -> "Ticker":
        return self

    async def __anext__(self) -> str:
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0)
        return f"tick {self.i}"


class Conn:
    def __init__(self, name: str, swallow: bool = False) -> None:
        self.name = name
        self.swallow = swallow
        self.open = False

    async def __aenter__(self) -> "Conn":
        await asyncio.sleep(0)
        self.open = True
        print("open", self.name)
        return self

    async def __aexit__(self, exc_type, exc, tb) -> bool:
        self.open = False
        await asyncio.sleep(0)
        print("close", self.name, exc_type.__name__ if exc_type else None, exc)
        return self.swallow


class Section:
    depth = 0

    def __init__(self, title: str) -> None:
        self.title = title

    def __enter__(self) -> None:
        print("  " * Section.depth + self.title)
        Section.depth += 1

    def __exit__(self, *args: object) -> None:
        Section.depth -= 1


class Timer:
    def __enter__(self) -> "Timer":
        self.laps: list[int] = []
        return self

    def __exit__(self, t, e, tb):
        print("laps", self.laps, e is None)

    def lap(self, n: int) -> None:
        self.laps.append(n)


class Adder:
    def __init__(self, n: int) -> None:
        self.n = n

    def __call__(self, x: int, times: int = 1) -> int:
        return x + self.n * times


async def main() -> None:
    a, b = Vec(1.0, 2.0), Vec(3.0, 4.5)
    print(a + b, a * 2, 3 * b, -a, a == b, a == Vec(1.0, 2.0), a != b)
    a += b
    print(a, a == "x")
    g = Grid(3, 2)
    g[1, 1] = 7
    g[0, 0] += 2
    print(g[1, 1], g[0, 0], len(g), 7 in g, 9 in g, [c for c in g])
    for n in Countdown(3):
        print(n, end=" ")
    print()
    async for t in Ticker(3):
        print(t)
    print([t async for t in Ticker(2)])
    async with Conn("a") as c:
        print(c.open, c.name)
    async with Conn("b", swallow=True) as c:
        raise ValueError("inside")
    try:
        async with Conn("c") as c1, Conn("d") as c2:
            print(c1.open, c2.open)
            raise KeyError("k")
    except KeyError as e:
        print("caught", e)
    with Timer() as t2:
        t2.lap(1)
        t2.lap(2)
    add = Adder(5)
    print(add(1), add(1, times=3))


asyncio.run(main())
