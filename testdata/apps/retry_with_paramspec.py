from __future__ import annotations

import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class RetryError(Exception):
    def __init__(self, name: str, attempts: int) -> None:
        super().__init__(f"{name} failed after {attempts} attempts")
        self.attempts = attempts


def retry(times: int, *, exceptions: tuple[type[Exception], ...] = (Exception,), delay: float = 0.0) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def decorator(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(func)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            last: Exception | None = None
            for attempt in range(1, times + 1):
                try:
                    return await func(*args, **kwargs)
                except exceptions as exc:
                    last = exc
                    print(f"  {func.__name__}: attempt {attempt} failed: {exc!r}")
                    await asyncio.sleep(delay)
            raise RetryError(func.__name__, times) from last

        return wrapper

    return decorator


def timed(label: str) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def decorator(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(func)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            print(f"[{label}] start {func.__name__} args={args} kwargs={kwargs}")
            try:
                return await func(*args, **kwargs)
            finally:
                print(f"[{label}] end {func.__name__}")

        return wrapper

    return decorator


calls: dict[str, int] = {}


@timed("outer")
@retry(3, exceptions=(ConnectionError, TimeoutError))
async def fetch(url: str, *, fail_times: int = 0) -> str:
    """Fetch a page."""
    calls[url] = calls.get(url, 0) + 1
    if calls[url] <= fail_times:
        raise ConnectionError(f"no route to {url}")
    return f"<{url}>"


@retry(2)
async def parse(text: str) -> int:
    return int(text)


async def main() -> None:
    print(await fetch("a.example"))
    print(await fetch("b.example", fail_times=2))
    try:
        await fetch("c.example", fail_times=5)
    except RetryError as e:
        print("gave up:", e, e.attempts, type(e.__cause__).__name__)
    try:
        await parse("x1")
    except RetryError as e:
        print("gave up:", e, "because", e.__cause__)
    print(await parse("42") + 1)
    print(fetch.__name__, fetch.__doc__)
    results = await asyncio.gather(fetch("d"), parse("7"), parse("oops"), return_exceptions=True)
    print([str(r) for r in results])
    print(calls)


asyncio.run(main())
