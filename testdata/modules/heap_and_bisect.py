import asyncio
import bisect
import heapq


class Median:
    """Running median with two heaps."""

    def __init__(self) -> None:
        self.low: list[int] = []
        self.high: list[int] = []

    def add(self, value: int) -> None:
        heapq.heappush(self.low, -value)
        heapq.heappush(self.high, -heapq.heappop(self.low))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    @property
    def value(self) -> float:
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2


async def source(values):
    for value in values:
        await asyncio.sleep(0)
        yield value


async def main() -> None:
    median = Median()
    async for value in source([5, 15, 1, 3, 8, 7]):
        median.add(value)
        print(value, "->", median.value)
    heap = [9, 4, 7, 1, 8]
    heapq.heapify(heap)
    print(heap, heapq.heappushpop(heap, 3), heapq.heapreplace(heap, 10), heap)
    print([heapq.heappop(heap) for _ in range(len(heap))], heapq.nlargest(2, [3, 9, 4]), heapq.nsmallest(2, ["pear", "fig"], key=len))
    print(list(heapq.merge([1, 4], [2, 3], [0, 5])), list(heapq.merge(["b", "a"], ["c"], reverse=True)))
    tasks: list[tuple[int, str]] = []
    for priority, name in [(2, "write"), (1, "plan"), (2, "test"), (0, "wake")]:
        heapq.heappush(tasks, (priority, name))
    while tasks:
        print(*heapq.heappop(tasks), end="; ")
    print()
    grades = [60, 70, 80, 90]
    print(["FDCBA"[bisect.bisect(grades, score)] for score in (33, 60, 77, 90, 100)])
    numbers = [1, 3, 3, 5]
    bisect.insort(numbers, 4)
    bisect.insort_left(numbers, 3)
    print(numbers, bisect.bisect_left(numbers, 3), bisect.bisect_right(numbers, 3), bisect.bisect_left(["aa", "b"], 2, key=len))
    try:
        heapq.heappop([])
    except IndexError as error:
        print(error)


asyncio.run(main())
