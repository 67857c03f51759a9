import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


class TransientError(Exception):
    pass


class Flaky:
    """Fails a number of times, then works."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.calls = 0

    async def __call__(self, value: str) -> str:
        self.calls += 1
        await asyncio.sleep(0)
        if self.calls <= self.failures:
            raise TransientError(f"failure {self.calls}")
        return value.upper()


def backoff(base: float, factor: float, limit: int, seed: int = 42):
    rng = random.Random(seed)
    delay = base
    for _ in range(limit):
        yield round(delay * rng.uniform(0.5, 1.5), 4)
        delay *= factor


async def retry(operation: Callable[[], Awaitable[T]], delays, *, on_retry: Callable[[int, float, Exception], None] | None = None) -> T:
    attempt = 0
    for delay in delays:
        attempt += 1
        try:
            return await operation()
        except TransientError as error:
            if on_retry:
                on_retry(attempt, delay, error)
            await asyncio.sleep(delay / 1000)
    return await operation()


async def main() -> None:
    def show(attempt: int, delay: float, error: Exception) -> None:
        print(f"attempt {attempt}: {error}; waiting {delay:.3f}")

    flaky = Flaky(3)
    print(await retry(lambda: flaky("payload"), backoff(1, 2, 5), on_retry=show))
    print(flaky.calls)
    hopeless = Flaky(100)
    try:
        await retry(lambda: hopeless("x"), backoff(1, 1.5, 3))
    except TransientError as error:
        print("gave up:", error, hopeless.calls)

    async def wrong() -> None:
        raise PermissionError("not retried")

    try:
        await retry(wrong, backoff(1, 1, 3), on_retry=show)
    except OSError as error:
        print(type(error).__name__, error)
    print(list(backoff(10, 3, 4, seed=7)))


asyncio.run(main())
