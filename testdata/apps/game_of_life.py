import asyncio

GLIDER = """
.#...
..#..
###..
.....
"""


def parse(text: str) -> set[tuple[int, int]]:
    return {
        (row, col)
        for row, line in enumerate(text.strip().splitlines())
        for col, cell in enumerate(line)
        if cell == "#"
    }


def neighbours(cell: tuple[int, int]) -> list[tuple[int, int]]:
    r, c = cell
    return [(r + dr, c + dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc]


def step(alive: set[tuple[int, int]]) -> set[tuple[int, int]]:
    counts: dict[tuple[int, int], int] = {}
    for cell in alive:
        for other in neighbours(cell):
            counts[other] = counts.get(other, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or n == 2 and cell in alive}


def render(alive: set[tuple[int, int]], height: int, width: int) -> str:
    return "\n".join("".join("#" if (r, c) in alive else "." for c in range(width)) for r in range(height))


async def simulate(name: str, alive: set[tuple[int, int]], generations: int) -> set[tuple[int, int]]:
    for generation in range(generations):
        alive = step(alive)
        print(f"{name} gen {generation + 1}: {len(alive)} cells")
        await asyncio.sleep(0)
    return alive


async def main() -> None:
    blinker = {(1, 0), (1, 1), (1, 2)}
    glider, bar = await asyncio.gather(simulate("glider", parse(GLIDER), 4), simulate("blinker", blinker, 3))
    print(render(glider, 5, 5))
    print(render(bar, 3, 3))
    print(glider == {(r + 1, c + 1) for r, c in parse(GLIDER)}, bar == {(0, 1), (1, 1), (2, 1)})
    print(sorted(glider), len(step(set())))


asyncio.run(main())
