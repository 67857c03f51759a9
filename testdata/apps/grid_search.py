import asyncio
import heapq
from collections import deque
from itertools import count, pairwise
from math import inf, sqrt
from typing import Iterator

Point = tuple[int, int]

GRID = [
    "S..#....",
    ".#.#.##.",
    ".#...#..",
    ".####.#.",
    "......#G",
]


class Grid:
    def __init__(self, rows: list[str]) -> None:
        self.rows = rows
        self.height, self.width = len(rows), len(rows[0])

    def find(self, char: str) -> Point:
        for y, row in enumerate(self.rows):
            if (x := row.find(char)) >= 0:
                return x, y
        raise LookupError(char)

    def neighbours(self, p: Point) -> Iterator[Point]:
        x, y = p
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            nx, ny = x + dx, y + dy
            if 0 <= nx < self.width and 0 <= ny < self.height and self.rows[ny][nx] != "#":
                yield nx, ny


def rebuild(came: dict[Point, Point | None], end: Point) -> list[Point]:
    path = [end]
    while (prev := came[path[-1]]) is not None:
        path.append(prev)
    path.reverse()
    return path


async def bfs(grid: Grid, start: Point, goal: Point) -> list[Point] | None:
    came: dict[Point, Point | None] = {start: None}
    queue = deque([start])
    while queue:
        await asyncio.sleep(0)
        p = queue.popleft()
        if p == goal:
            return rebuild(came, goal)
        for n in grid.neighbours(p):
            if n not in came:
                came[n] = p
                queue.append(n)
    return None


async def astar(grid: Grid, start: Point, goal: Point) -> tuple[list[Point], int]:
    def h(p: Point) -> float:
        return sqrt((p[0] - goal[0]) ** 2 + (p[1] - goal[1]) ** 2)

    tie = count()
    open_: list[tuple[float, int, Point]] = [(h(start), next(tie), start)]
    cost: dict[Point, float] = {start: 0}
    came: dict[Point, Point | None] = {start: None}
    visited = 0
    while open_:
        _, _, p = heapq.heappop(open_)
        visited += 1
        if p == goal:
            return rebuild(came, goal), visited
        for n in grid.neighbours(p):
            c = cost[p] + 1
            if c < cost.get(n, inf):
                cost[n] = c
                came[n] = p
                heapq.heappush(open_, (c + h(n), next(tie), n))
        if visited % 5 == 0:
            await asyncio.sleep(0)
    raise LookupError("no way")


def draw(grid: Grid, path: list[Point]) -> str:
    on = set(path)
    return "\n".join("".join("*" if (x, y) in on else ch for x, ch in enumerate(row)) for y, row in enumerate(grid.rows))


async def main() -> None:
    grid = Grid(GRID)
    start, goal = grid.find("S"), grid.find("G")
    path, (path2, visited) = await asyncio.gather(bfs(grid, start, goal), astar(grid, start, goal))
    assert path is not None
    print(start, goal, len(path), len(path2), visited > 0)
    print(draw(grid, path2))
    moves = "".join({(1, 0): "R", (-1, 0): "L", (0, 1): "D", (0, -1): "U"}[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(path2))
    print(moves)
    print(await bfs(Grid(["S#G"]), (0, 0), (2, 0)))
    try:
        await astar(Grid(["S#G"]), (0, 0), (2, 0))
    except LookupError as e:
        print(e, e.args)
    try:
        grid.find("?")
    except LookupError as e:
        print(repr(e))


asyncio.run(main())
