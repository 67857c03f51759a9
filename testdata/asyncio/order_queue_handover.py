import asyncio


async def getter(name: str, queue: asyncio.Queue[int]) -> None:
    for _ in range(2):
        print(name, "asks")
        item = await queue.get()
        print(name, "has", item)


async def putter(name: str, queue: asyncio.Queue[int], items: list[int]) -> None:
    for item in items:
        print(name, "offers", item)
        await queue.put(item)
        print(name, "placed", item)


async def main() -> None:
    print("-- getters first")
    queue: asyncio.Queue[int] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for name in ("g1", "g2"):
            group.create_task(getter(name, queue))
        group.create_task(putter("p", queue, [1, 2, 3, 4]))
    print("-- bounded")
    queue = asyncio.Queue(1)
    async with asyncio.TaskGroup() as group:
        group.create_task(putter("p1", queue, [10, 11]))
        group.create_task(putter("p2", queue, [20, 21]))
        group.create_task(getter("g1", queue))
        group.create_task(getter("g2", queue))
    print("-- cancelled getter passes its turn")
    queue = asyncio.Queue()
    first = asyncio.create_task(queue.get())
    second = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait(99)
    first.cancel()
    results = await asyncio.gather(first, second, return_exceptions=True)
    print([type(r).__name__ if isinstance(r, BaseException) else r for r in results])
    print("-- cancelled putter")
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    blocked = asyncio.create_task(queue.put(1))
    await asyncio.sleep(0)
    blocked.cancel()
    await asyncio.wait([blocked])
    print(queue.get_nowait(), queue.qsize(), blocked.cancelled())


asyncio.run(main())
