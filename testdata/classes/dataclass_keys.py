import asyncio
import heapq
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Point:
    x: int
    y: int

    def moved(self, dx: int) -> "Point":
        return Point(self.x + dx, self.y)


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, order=True, slots=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self) -> str:
        return f"v{self.major}.{self.minor}"


@dataclass
class Plain:
    a: int


async def main() -> None:
    seen: set[Point] = set()
    grid: dict[Point, str] = {}
    for i in range(4):
        p = Point(i % 2, i // 2)
        seen.add(p)
        grid[p] = f"cell{i}"
    seen.add(Point(0, 0))
    print(len(seen), grid[Point(1, 1)], Point(1, 0) in seen, Point(0, 0).moved(5), seen)
    print(hash(Point(1, 2)) == hash((1, 2)))
    heap: list[Job] = []
    for pri, name in ((3, "c"), (1, "a"), (2, "b")):
        heapq.heappush(heap, Job(pri, name))
    while heap:
        job = heapq.heappop(heap)
        print(job, job.priority)
    versions = [Version(2, 1), Version(1), Version(1, 5)]
    print([str(v) for v in sorted(versions)], max(versions), Version(1) < Version(1, 1), Version(3) >= Version(3))
    try:
        print(Version(1) < Job(1, "x"))
    except TypeError as e:
        print(e)
    try:
        {Plain(1)}
    except TypeError as e:
        print(e)
    q: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
    for n in (5, 1, 4):
        await q.put(Job(n, f"n{n}"))
    while not q.empty():
        print((await q.get()).name)


asyncio.run(main())
