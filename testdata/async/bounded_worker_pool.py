import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass
class Outcome(Generic[T, R]):
    item: T
    value: R | None = None
    error: Exception | None = None

    @property
    def ok(self) -> bool:
        return self.error is None


class Pool(Generic[T, R]):
    def __init__(self, handler: Callable[[T], Awaitable[R]], size: int = 2) -> None:
        self.handler = handler
        self.size = size
        self._input: asyncio.Queue[T] = asyncio.Queue()
        self._output: asyncio.Queue[Outcome[T, R]] = asyncio.Queue()

    async def _worker(self) -> None:
        while True:
            item = await self._input.get()
            try:
                outcome: Outcome[T, R] = Outcome(item, value=await self.handler(item))
            except Exception as error:
                outcome = Outcome(item, error=error)
            self._output.put_nowait(outcome)
            self._input.task_done()

    async def run(self, items: Iterable[T]) -> AsyncIterator[Outcome[T, R]]:
        count = 0
        for item in items:
            self._input.put_nowait(item)
            count += 1
        workers = [asyncio.create_task(self._worker()) for _ in range(self.size)]
        try:
            for _ in range(count):
                yield await self._output.get()
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)
            print("pool is closed")


async def invert(n: int) -> float:
    for _ in range(abs(n)):
        await asyncio.sleep(0)
    return 1 / n


async def main() -> None:
    pool = Pool(invert, size=3)
    total = 0.0
    async for outcome in pool.run([4, 1, 0, 2, -5, 10]):
        if outcome.ok:
            print(outcome.item, outcome.value)
            total += outcome.value or 0
        else:
            print(outcome.item, "failed:", outcome.error)
    print(f"{total:.4f}")
    print(Outcome(1, 2.0), Outcome("a", error=ValueError("b")).ok)


asyncio.run(main())
