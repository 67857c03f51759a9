import asyncio
import functools
from collections import OrderedDict
from typing import Any, Callable, Generic, Hashable, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class LRUCache(Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self._data: OrderedDict[K, V] = OrderedDict()
        self.hits = 0
        self.misses = 0

    def get(self, key: K, default: V | None = None) -> V | None:
        if key not in self._data:
            self.misses += 1
            return default
        self.hits += 1
        self._data.move_to_end(key)
        return self._data[key]

    def put(self, key: K, value: V) -> None:
        if key in self._data:
            self._data.move_to_end(key)
        self._data[key] = value
        if len(self._data) > self.capacity:
            self._data.popitem(last=False)

    def __len__(self) -> int:
        return len(self._data)

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def __iter__(self):
        return iter(self._data)


def async_cached(maxsize: int = 16) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorator(fn: Callable[..., Any]) -> Callable[..., Any]:
        cache: LRUCache[tuple[Any, ...], Any] = LRUCache(maxsize)
        pending: dict[tuple[Any, ...], asyncio.Future[Any]] = {}

        @functools.wraps(fn)
        async def wrapper(*args: Any) -> Any:
            if args in cache:
                return cache.get(args)
            if args in pending:
                return await pending[args]
            future = asyncio.get_running_loop().create_future()
            pending[args] = future
            try:
                value = await fn(*args)
            except Exception as e:
                future.set_exception(e)
                future.exception()
                raise
            else:
                cache.put(args, value)
                future.set_result(value)
                return value
            finally:
                del pending[args]

        wrapper.cache = cache
        return wrapper

    return decorator


loads = []


@async_cached(maxsize=2)
async def load(name: str, version: int) -> str:
    loads.append((name, version))
    await asyncio.sleep(0.001)
    if version < 0:
        raise ValueError(f"bad version {version}")
    return f"{name}@{version}"


@functools.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def main() -> None:
    cache: LRUCache[str, int] = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    print(cache.get("a"), cache.get("z"), cache.get("z", -1))
    cache.put("c", 3)
    print(list(cache), "b" in cache, len(cache), cache.hits, cache.misses)
    print(await asyncio.gather(load("x", 1), load("x", 1), load("y", 2)))
    print(await load("x", 1), loads)
    await load("z", 3)
    await load("y", 2)
    print(loads, list(load.cache))
    try:
        await load("w", -1)
    except ValueError as e:
        print("error", e)
    print(fib(30), fib.cache_info())
    try:
        LRUCache(0)
    except ValueError as e:
        print(e)


asyncio.run(main())
