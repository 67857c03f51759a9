import asyncio


async def getter(name, queue):
    try:
        while True:
            print(name, "got", await queue.get())
    except asyncio.QueueShutDown:
        print(name, "shut down")


async def putter(name, queue, items):
    try:
        for item in items:
            await queue.put(item)
            print(name, "put", item)
    except asyncio.QueueShutDown as error:
        print(name, "cannot put", repr(error))


async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(putter("p", queue, "abcd")), asyncio.create_task(getter("g1", queue)),
             asyncio.create_task(getter("g2", queue))]
    for _ in range(6):
        await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.gather(*tasks)

    queue = asyncio.Queue(2)
    queue.put_nowait(1)
    queue.put_nowait(2)
    waiting = asyncio.create_task(putter("w", queue, [3]))
    joining = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("left", queue.qsize(), waiting.done(), joining.done())
    print(await queue.get(), queue.get_nowait())
    for call in (queue.get_nowait, lambda: queue.put_nowait(9)):
        try:
            call()
        except asyncio.QueueShutDown as error:
            print(type(error).__name__)
    queue.task_done()
    queue.task_done()
    await joining
    print("joined")

    queue = asyncio.LifoQueue()
    for i in range(3):
        queue.put_nowait(i)
    joining = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await joining
    print("immediate", queue.qsize(), queue.empty())
    await getter("late", queue)


asyncio.run(main())
