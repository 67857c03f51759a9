import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def apply_all(value: T, steps: Iterable[Callable[[T], T]]) -> T:
    for step in steps:
        value = step(value)
    return value


def group_by(items: Iterable[T], key: Callable[[T], R]) -> dict[R, list[T]]:
    groups: dict[R, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


async def map_async(func: Callable[[T], Awaitable[R]], items: list[T], limit: int = 2) -> list[R]:
    gate = asyncio.Semaphore(limit)

    async def guarded(item: T) -> R:
        async with gate:
            return await func(item)

    return list(await asyncio.gather(*(guarded(item) for item in items)))


async def slow_square(n: int) -> int:
    await asyncio.sleep(0.002 * (25 - n * n))
    print("squared", n)
    return n * n


def curry(f: Callable[[int, int, int], int]) -> Callable[[int], Callable[[int], Callable[[int], int]]]:
    return lambda a: lambda b: lambda c: f(a, b, c)


OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "max": max,
}


async def main() -> None:
    print(apply_all(3, [lambda n: n + 1, lambda n: n * n, abs]))
    print(apply_all(" Text ", [str.strip, str.upper, lambda s: s + "!"]))
    print(group_by(["apple", "avocado", "bean", "beet", "corn"], key=lambda w: w[0]))
    print(group_by(range(10), lambda n: n % 3 == 0))
    print(await map_async(slow_square, [1, 2, 3, 4]))
    print(curry(lambda a, b, c: a * 100 + b * 10 + c)(1)(2)(3))
    for symbol, operation in OPERATIONS.items():
        print(f"6 {symbol} 1.5 = {operation(6, 1.5)}")
    print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])))
    print(list(filter(None, [0, 1, "", "a", None])), list(filter(str.isdigit, "a1b2")))
    print(sorted(["b", "A", "c"], key=str.lower), max([[1], [3, 4], [2]], key=len))
    print((lambda: "called")(), (lambda *a, **k: (a, k))(1, x=2))
    method = "shout".upper
    print(method(), callable(method), callable(3), [f.__name__ for f in (main, curry, len)])


asyncio.run(main())
