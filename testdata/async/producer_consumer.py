import asyncio


async def producer(queue: asyncio.Queue[int], count: int) -> None:
    for i in range(count):
        await queue.put(i)
        print(f"put {i} (size {queue.qsize()})")
        await asyncio.sleep(0)
    await queue.put(-1)


async def consumer(queue: asyncio.Queue[int], results: list[int]) -> None:
    while True:
        item = await queue.get()
        if item < 0:
            break
        await asyncio.sleep(0.001)
        results.append(item * item)
        print(f"got {item}")
    print("consumer stops")


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=2)
    results: list[int] = []
    await asyncio.gather(producer(queue, 6), consumer(queue, results))
    print(results, queue.empty(), queue.full())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("queue is empty")
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("queue is full")


asyncio.run(main())
