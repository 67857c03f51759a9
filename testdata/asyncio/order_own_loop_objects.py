"""Awaitables, async iterators and context managers of one's own."""
import asyncio
from collections.abc import AsyncIterator, Generator


class Delay:
    def __init__(self, turns: int, value: str) -> None:
        self.turns = turns
        self.value = value

    def __await__(self) -> Generator[None, None, str]:
        for _ in range(self.turns):
            yield
        return self.value


class Countdown:
    def __init__(self, start: int, log: list[str]) -> None:
        self.n = start
        self.log = log

    def __aiter__(self) -> AsyncIterator[int]:
        return self

    async def __anext__(self) -> int:
        if self.n == 0:
            self.log.append("exhausted")
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.n -= 1
        return self.n


async def pairs(limit: int, log: list[str]) -> AsyncIterator[tuple[int, str]]:
    async for n in Countdown(limit, log):
        yield n, await Delay(n, "x" * n)


async def ticker(log: list[str], n: int) -> None:
    for i in range(n):
        log.append(f"t{i}")
        await asyncio.sleep(0)


async def main() -> None:
    log: list[str] = []
    t = asyncio.create_task(ticker(log, 8))
    log.append(await Delay(2, "delayed"))
    async for n in Countdown(2, log):
        log.append(f"n{n}")
    else:
        log.append("else")
    await t
    print(*log)
    log.clear()
    print([p async for p in pairs(3, log)], {k: v async for k, v in pairs(2, log)}, log)
    print(await asyncio.gather(Delay(1, "a"), Delay(0, "b")), await asyncio.wait_for(Delay(3, "c"), 1))
    print(sum([n async for n in Countdown(4, log) if n % 2]))
    task = asyncio.ensure_future(Delay(1, "wrapped"))
    print(type(task).__name__, await task)
    it = aiter(Countdown(1, log))
    print(await anext(it), await anext(it, "end"))


asyncio.run(main())
