import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def worker(queue: asyncio.PriorityQueue, done: list) -> None:
    while True:
        job = await queue.get()
        done.append(job.name)
        await asyncio.sleep(0)
        queue.task_done()


async def main() -> None:
    queue: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
    done: list[str] = []
    for priority, name in [(3, "c"), (1, "a"), (2, "b"), (1, "a2"), (3, "c2")]:
        await queue.put(Job(priority, name))
    task = asyncio.create_task(worker(queue, done))
    await asyncio.sleep(0)
    queue.put_nowait(Job(0, "urgent"))
    await queue.join()
    task.cancel()
    print(done)

    numbers: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue(maxsize=2)

    async def fill() -> None:
        for item in [(5, "five"), (4, "four"), (9, "nine"), (1, "one")]:
            await numbers.put(item)
            print("put", item)

    filler = asyncio.create_task(fill())
    await asyncio.sleep(0)
    for _ in range(4):
        print("got", await numbers.get())
    await filler

    stack = asyncio.LifoQueue(3)
    for word in "x y z".split():
        stack.put_nowait(word)
    print([stack.get_nowait() for _ in range(stack.qsize())], stack.maxsize)
    print(isinstance(numbers, asyncio.PriorityQueue), isinstance(stack, asyncio.Queue), isinstance(stack, asyncio.PriorityQueue))


asyncio.run(main())
