import asyncio


async def producer(name: str, queue: asyncio.Queue[str], count: int) -> None:
    for i in range(count):
        item = f"{name}{i}"
        print("put", item, "size", queue.qsize(), "full" if queue.full() else "free")
        await queue.put(item)
        print("did", item)


async def consumer(name: str, queue: asyncio.Queue[str]) -> None:
    while True:
        item = await queue.get()
        print(name, "got", item)
        await asyncio.sleep(0)
        queue.task_done()


async def main() -> None:
    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consumer(f"c{i}", queue)) for i in range(2)]
    await asyncio.gather(producer("a", queue, 3), producer("b", queue, 3))
    await queue.join()
    print("joined", queue.empty())
    for task in consumers:
        task.cancel()
    results = await asyncio.gather(*consumers, return_exceptions=True)
    print([type(r).__name__ for r in results])
    queue.put_nowait("x")
    queue.put_nowait("y")
    try:
        queue.put_nowait("z")
    except asyncio.QueueFull as error:
        print(repr(error))
    waiting = asyncio.create_task(queue.put("late"))
    await asyncio.sleep(0)
    print(queue.get_nowait(), waiting.done(), queue.qsize())
    await waiting
    print(queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))


asyncio.run(main())
