import asyncio
import itertools
import time
from typing import NamedTuple

STOP = object()


class Item(NamedTuple):
    producer: str
    number: int
    square: int


class Stats:
    __slots__ = ("produced", "consumed", "dropped")

    def __init__(self):
        self.produced = 0
        self.consumed = {}
        self.dropped = []

    def merge(self, other: "Stats") -> "Stats":
        out = Stats()
        out.produced = self.produced + other.produced
        out.consumed = {**self.consumed, **other.consumed}
        out.dropped = self.dropped + other.dropped
        return out


async def produce(name, queue, numbers, stats):
    for n in numbers:
        item = Item(name, n, n ** 2)
        try:
            queue.put_nowait(item)
        except asyncio.QueueFull:
            if n % 5 == 0:
                stats.dropped.append(item)
                continue
            await queue.put(item)
        stats.produced += 1
        await asyncio.sleep(0)


async def consume(name, queue, stats):
    total = 0
    while (item := await queue.get()) is not STOP:
        total += item.square
        stats.consumed.setdefault(item.producer, []).append(item.number)
        queue.task_done()
        await asyncio.sleep(0)
    queue.task_done()
    return name, total


async def main():
    start = time.perf_counter()
    queue = asyncio.Queue(maxsize=2)
    stats = Stats()
    consumers = [asyncio.create_task(consume(f"c{i}", queue, stats)) for i in range(2)]
    await asyncio.gather(
        produce("p1", queue, range(1, 8), stats),
        produce("p2", queue, itertools.islice(itertools.count(10, 5), 4), stats),
    )
    for _ in consumers:
        await queue.put(STOP)
    totals = dict(await asyncio.gather(*consumers))
    print(stats.produced, sorted(stats.consumed), stats.dropped)
    print({k: sorted(v) for k, v in stats.consumed.items()})
    print(sum(totals.values()), list(totals))
    other = Stats()
    other.dropped.append(Item("x", 1, 1))
    merged = stats.merge(other)
    print(merged.produced, merged.dropped[-1], merged.dropped[-1]._replace(number=9))
    print(time.perf_counter() - start < 5)

    pq = asyncio.PriorityQueue()
    for priority, text in [(3, "low"), (1, "high"), (2, "mid")]:
        await pq.put((priority, text))
    while not pq.empty():
        print(await pq.get(), end=" ")
    print()
    lifo = asyncio.LifoQueue()
    for x in "abc":
        lifo.put_nowait(x)
    print([lifo.get_nowait() for _ in range(lifo.qsize())])
    try:
        lifo.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", repr(e))


asyncio.run(main())
