"""The benchmarks of bench_test.go under CPython: nanoseconds of CPU time for each operation."""
import asyncio
import time


async def work(n):
    return n


async def await_(n):
    for i in range(n):
        await work(i)


async def sleeper(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def sleep0(n):
    await asyncio.gather(*[sleeper(n // 10 + 1) for _ in range(10)])


async def create_task(n):
    for i in range(n):
        await asyncio.create_task(work(i))


async def gather(n):
    for _ in range(0, n, 100):
        await asyncio.gather(*[work(i) for i in range(100)])


async def queue(n):
    q = asyncio.Queue(10)

    async def produce():
        for i in range(n):
            await q.put(i)

    t = asyncio.create_task(produce())
    for _ in range(n):
        await q.get()
    await t


async def lock(n):
    k = asyncio.Lock()

    async def hold():
        for _ in range(n // 10 + 1):
            async with k:
                await asyncio.sleep(0)

    await asyncio.gather(*[hold() for _ in range(10)])


async def cancel(n):
    for _ in range(n):
        t = asyncio.create_task(asyncio.sleep(3600))
        await asyncio.sleep(0)
        t.cancel()
        try:
            await t
        except asyncio.CancelledError:
            pass


def resident():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * 4096


async def sleepers(n):
    before = resident()
    tasks = [asyncio.create_task(asyncio.sleep(3600)) for _ in range(n)]
    await asyncio.sleep(0)
    print(f"sleepers {(resident() - before) / n:.0f} B")
    for t in tasks:
        t.cancel()


asyncio.run(sleepers(100_000))
for f in [await_, sleep0, create_task, gather, queue, lock, cancel]:
    n = 50_000
    t = time.process_time()
    asyncio.run(f(n))
    print(f"{f.__name__:12} {(time.process_time() - t) / n * 1e9:8.0f} ns")
