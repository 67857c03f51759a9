"""A pipeline of stages in a TaskGroup: queues between them, errors collected, back-pressure."""
import asyncio
from collections.abc import Awaitable, Callable


class Stop:
    pass


STOP = Stop()
trace: list[str] = []


async def source(out: asyncio.Queue, n: int) -> None:
    for i in range(n):
        await out.put(i)
        trace.append(f"+{i}")
    await out.put(STOP)


async def stage(name: str, inp: asyncio.Queue, out: asyncio.Queue, fn: Callable[[int], Awaitable[int]], bad: list[tuple[str, int, str]]) -> int:
    n = 0
    while (item := await inp.get()) is not STOP:
        try:
            await out.put(await fn(item))
            n += 1
        except ZeroDivisionError as e:
            bad.append((name, item, str(e)))
    await out.put(STOP)
    return n


async def sink(inp: asyncio.Queue) -> list[int]:
    result = []
    while not isinstance(item := await inp.get(), Stop):
        result.append(item)
        trace.append(f"-{item}")
    return result


async def square(x: int) -> int:
    await asyncio.sleep(0)
    return x * x


async def invert(x: int) -> int:
    await asyncio.sleep(0)
    return 1000 // (x - 9)


async def run(n: int) -> None:
    a, b, c = (asyncio.Queue(2) for _ in range(3))
    bad: list[tuple[str, int, str]] = []
    async with asyncio.TaskGroup() as tg:
        tg.create_task(source(a, n))
        s1 = tg.create_task(stage("square", a, b, square, bad))
        s2 = tg.create_task(stage("invert", b, c, invert, bad))
        out = tg.create_task(sink(c))
    print(out.result(), s1.result(), s2.result(), bad)
    print(" ".join(trace))


async def explode(after: int, what: type[Exception]) -> None:
    try:
        for _ in range(after):
            await asyncio.sleep(0)
        raise what(f"after {after}")
    except asyncio.CancelledError:
        trace.append(f"cancelled {what.__name__}")
        raise


async def main() -> None:
    await run(6)
    trace.clear()
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(explode(3, ValueError))
            tg.create_task(explode(3, KeyError))
            tg.create_task(explode(50, OSError))
            await asyncio.sleep(10)
    except* ValueError as eg:
        print("values", [str(e) for e in eg.exceptions])
    except* LookupError as eg:
        print("lookups", eg.exceptions, eg.message)
    print(trace)


asyncio.run(main())
