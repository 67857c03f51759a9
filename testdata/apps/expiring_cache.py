import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class Entry(Generic[V]):
    __slots__ = ("value", "expires")

    def __init__(self, value: V, expires: int) -> None:
        self.value = value
        self.expires = expires


class Cache(Generic[V]):
    """LRU cache with expiry; concurrent misses load once."""

    def __init__(self, capacity: int, lifetime: int) -> None:
        self.capacity = capacity
        self.lifetime = lifetime
        self.time = 0
        self.hits = self.misses = 0
        self._entries: OrderedDict[str, Entry[V]] = OrderedDict()
        self._loading: dict[str, asyncio.Task[V]] = {}

    def _lookup(self, key: str) -> Entry[V] | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        if entry.expires <= self.time:
            del self._entries[key]
            return None
        self._entries.move_to_end(key)
        return entry

    async def get(self, key: str, load: Callable[[str], Awaitable[V]]) -> V:
        if (entry := self._lookup(key)) is not None:
            self.hits += 1
            return entry.value
        self.misses += 1
        task = self._loading.get(key)
        if task is None:
            task = asyncio.create_task(self._load(key, load))
            self._loading[key] = task
        return await task

    async def _load(self, key: str, load: Callable[[str], Awaitable[V]]) -> V:
        try:
            value = await load(key)
        finally:
            del self._loading[key]
        self._entries[key] = Entry(value, self.time + self.lifetime)
        while len(self._entries) > self.capacity:
            old, _ = self._entries.popitem(last=False)
            print("evicted", old)
        return value

    def keys(self) -> list[str]:
        return list(self._entries)


loads: dict[str, int] = {}


async def fetch(key: str) -> int:
    loads[key] = loads.get(key, 0) + 1
    await asyncio.sleep(0.001)
    if key.startswith("!"):
        raise LookupError(f"no {key[1:]}")
    return len(key) * 100 + loads[key]


async def main() -> None:
    cache: Cache[int] = Cache(capacity=2, lifetime=10)
    print(await asyncio.gather(*(cache.get("page", fetch) for _ in range(3))), loads)
    print(await cache.get("a", fetch), cache.keys())
    print(await cache.get("page", fetch), cache.keys())
    print(await cache.get("bb", fetch), cache.keys())
    cache.time = 10
    print(await cache.get("page", fetch), cache.hits, cache.misses)
    results: list[Any] = await asyncio.gather(cache.get("!x", fetch), cache.get("!x", fetch), return_exceptions=True)
    print(results, loads["!x"])
    try:
        await cache.get("!x", fetch)
    except LookupError as error:
        print("tried again:", error, loads["!x"])


asyncio.run(main())
