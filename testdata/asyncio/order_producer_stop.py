import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
        print(f"produced {i}")
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        print(f"consumed {item}")
        total += item
        if item % 2:
            await asyncio.sleep(0)
    return total


async def relay(source, target):
    while True:
        item = await source.get()
        await target.put(None if item is None else item * 10)
        if item is None:
            return "relayed"


async def main():
    for size in (0, 1, 2):
        queue = asyncio.Queue(maxsize=size)
        print("size", size)
        _, total = await asyncio.gather(producer(queue, 4), consumer(queue))
        print("total", total)
    a, b = asyncio.Queue(1), asyncio.Queue(1)
    print(await asyncio.gather(producer(a, 3), relay(a, b), consumer(b)))
    try:
        await asyncio.wait_for(b.get(), timeout=0.01)
    except asyncio.TimeoutError:
        print("empty", b.qsize())
    b.put_nowait("left")
    print(await asyncio.wait_for(b.get(), timeout=1))


asyncio.run(main())
