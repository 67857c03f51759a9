import asyncio
from typing import Awaitable, Callable


class Probe:
    def __init__(self) -> None:
        self.log: list[str] = []

    async def run(self, name: str, enter: Callable[[], Awaitable[bool]], leave: Callable[[], None], turns: int) -> None:
        self.log.append(f"?{name}")
        await enter()
        self.log.append(f"+{name}")
        for _ in range(turns):
            await asyncio.sleep(0)
        leave()
        self.log.append(f"-{name}")


async def main() -> None:
    for make in (lambda: asyncio.Lock(), lambda: asyncio.Semaphore(2), lambda: asyncio.BoundedSemaphore(1)):
        probe = Probe()
        thing = make()
        tasks = [asyncio.create_task(probe.run(c, thing.acquire, thing.release, i % 3)) for i, c in enumerate("abcdef")]
        await asyncio.sleep(0)
        late = asyncio.create_task(probe.run("late", thing.acquire, thing.release, 0))
        await asyncio.gather(*tasks, late)
        print(type(thing).__name__, *probe.log)
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    order = []

    async def barger(name: str) -> None:
        for i in range(2):
            async with lock:
                order.append(f"{name}{i}")

    await asyncio.gather(barger("x"), barger("y"), barger("z"))
    print(order)
    print(repr(lock).split("[")[1])
    await lock.acquire()
    print(repr(lock).split("[")[1], asyncio.Semaphore(3).locked())


asyncio.run(main())
