"""What get_stack tells of tasks that wait in many ways."""
import asyncio
import contextlib


class Worker:
    def __init__(self, queue: asyncio.Queue[int]) -> None:
        self.queue = queue
        self.seen: list[int] = []

    async def run(self) -> None:
        while True:
            item = await self.queue.get()
            self.seen.append(item)


async def in_with(lock: asyncio.Lock) -> None:
    print("asks for the lock")
    async with lock:
        print("never")


async def in_body(lock: asyncio.Lock, event: asyncio.Event) -> None:
    async with lock:
        print("has the lock")
        await event.wait()
        print("leaves")


async def in_try(event: asyncio.Event) -> None:
    try:
        await asyncio.sleep(0)
        await event.wait()
    except asyncio.CancelledError:
        print("cancelled")
        await asyncio.sleep(10)
    finally:
        print("finally")


async def in_group(event: asyncio.Event) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(event.wait())
        print("spawned")


@contextlib.asynccontextmanager
async def resource(event: asyncio.Event):
    print("open")
    try:
        yield 1
    finally:
        await event.wait()


async def in_exit(event: asyncio.Event) -> None:
    async with resource(event) as r:
        print("using", r)
    print("closed")


async def numbers(event: asyncio.Event):
    yield 1
    await event.wait()
    yield 2


async def in_for(event: asyncio.Event) -> None:
    total = 0
    async for n in numbers(event):
        total += n
    print("total", total)


async def recursive(n: int, event: asyncio.Event) -> int:
    if n == 0:
        await event.wait()
        return 0
    return 1 + await recursive(n - 1, event)


async def several_lines(event: asyncio.Event) -> None:
    results = await asyncio.gather(
        event.wait(),
        recursive(2, event),
    )
    print(results)


async def main() -> None:
    event = asyncio.Event()
    lock = asyncio.Lock()
    worker = Worker(asyncio.Queue())

    async def local() -> None:
        for _ in range(3):
            await event.wait()

    tasks = [
        asyncio.create_task(worker.run(), name="worker"),
        asyncio.create_task(in_body(lock, event), name="in_body"),
        asyncio.create_task(in_with(lock), name="in_with"),
        asyncio.create_task(in_try(event), name="in_try"),
        asyncio.create_task(in_group(event), name="in_group"),
        asyncio.create_task(in_exit(event), name="in_exit"),
        asyncio.create_task(in_for(event), name="in_for"),
        asyncio.create_task(recursive(3, event), name="recursive"),
        asyncio.create_task(several_lines(event), name="several_lines"),
        asyncio.create_task(local(), name="local"),
    ]

    def show(when: str, first: int = 0) -> None:
        print("---", when)
        for task in tasks[first:]:
            for frame in task.get_stack():
                print(task.get_name(), frame.f_lineno, frame.f_code.co_name, frame.f_code.co_qualname, frame.f_back)

    show("before they start", 1)
    await asyncio.sleep(0)
    show("after a step")
    await asyncio.sleep(0.01)
    show("waiting")
    tasks[3].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    show("one is cancelled")
    print([len(t.get_stack(limit=0)) for t in tasks], [len(t.get_stack(limit=5)) for t in tasks])
    event.set()
    tasks[3].cancel()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    show("done")


asyncio.run(main())
