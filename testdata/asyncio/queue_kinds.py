import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def worker(name: str, queue: asyncio.Queue[Job], done: list[str]) -> None:
    while True:
        job = await queue.get()
        await asyncio.sleep(0.001 * job.priority)
        done.append(f"{name}:{job.name}")
        queue.task_done()


async def main() -> None:
    lifo: asyncio.LifoQueue[str] = asyncio.LifoQueue()
    for word in ["bottom", "middle", "top"]:
        lifo.put_nowait(word)
    print([lifo.get_nowait() for _ in range(lifo.qsize())])

    queue: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue(maxsize=10)
    for priority, name in [(5, "low"), (1, "urgent"), (3, "normal"), (2, "soon"), (4, "later")]:
        await queue.put(Job(priority, name))
    done: list[str] = []
    workers = [asyncio.create_task(worker(f"w{i}", queue, done)) for i in range(1)]
    await queue.join()
    print(done, queue.maxsize)
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)

    try:
        queue.task_done()
    except ValueError as error:
        print(error)

    closing: asyncio.Queue[int] = asyncio.Queue()
    closing.put_nowait(1)
    closing.put_nowait(2)
    closing.shutdown()
    try:
        await closing.put(3)
    except asyncio.QueueShutDown as error:
        print("no more puts", repr(error))
    print(await closing.get(), closing.get_nowait())
    try:
        await closing.get()
    except asyncio.QueueShutDown:
        print("drained")
    now: asyncio.Queue[int] = asyncio.Queue()
    waiting = asyncio.create_task(now.get())
    await asyncio.sleep(0)
    now.shutdown(immediate=True)
    print(repr((await asyncio.gather(waiting, return_exceptions=True))[0]))


asyncio.run(main())
