import asyncio
from typing import Generic, Hashable, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class LRUCache(Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self._data: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        value = self._data.pop(key)
        self._data[key] = value
        return value

    def __setitem__(self, key: K, value: V) -> None:
        self._data.pop(key, None)
        self._data[key] = value
        if len(self._data) > self.capacity:
            oldest = next(iter(self._data))
            del self._data[oldest]

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        return f"LRUCache({list(self._data.items())})"


def memoize(cache):
    def decorate(func):
        async def wrapper(*args):
            if args in cache:
                return cache[args]
            result = await func(*args)
            cache[args] = result
            return result
        return wrapper
    return decorate


shared: LRUCache[tuple, int] = LRUCache(50)


@memoize(shared)
async def collatz_length(n):
    if n == 1:
        return 1
    await asyncio.sleep(0)
    return 1 + await collatz_length(n // 2 if n % 2 == 0 else 3 * n + 1)


async def main() -> None:
    cache: LRUCache[str, int] = LRUCache(2)
    cache["a"] = 1
    cache["b"] = 2
    print(cache["a"], cache)
    cache["c"] = 3
    print("b" in cache, "a" in cache, len(cache), cache)
    try:
        cache["b"]
    except KeyError as error:
        print("missing", error)
    print(await collatz_length(27), len(shared), await collatz_length(9))
    try:
        LRUCache(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
