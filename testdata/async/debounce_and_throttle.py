import asyncio
from collections.abc import Awaitable, Callable


class Debouncer:
    """Runs the last call of a burst."""

    def __init__(self, func: Callable[[str], Awaitable[None]], delay: float) -> None:
        self.func = func
        self.delay = delay
        self._task: asyncio.Task[None] | None = None
        self.dropped = 0

    def __call__(self, value: str) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()
            self.dropped += 1
        self._task = asyncio.create_task(self._later(value))

    async def _later(self, value: str) -> None:
        await asyncio.sleep(self.delay)
        await self.func(value)

    async def flush(self) -> None:
        if self._task:
            await asyncio.gather(self._task, return_exceptions=True)


def every(n: int):
    def decorate(func):
        count = 0

        async def wrapper(*args):
            nonlocal count
            count += 1
            if count % n == 1:
                return await func(*args)
            return None

        return wrapper

    return decorate


saved: list[str] = []


async def save(text: str) -> None:
    saved.append(text)
    print("saved", text)


@every(3)
async def ping(n: int) -> str:
    await asyncio.sleep(0)
    return f"ping {n}"


async def main() -> None:
    debounced = Debouncer(save, 0.01)
    for text in ("h", "he", "hel"):
        debounced(text)
        await asyncio.sleep(0)
    await debounced.flush()
    debounced("hello")
    await debounced.flush()
    print(saved, debounced.dropped)
    print([await ping(n) for n in range(7)])


asyncio.run(main())
