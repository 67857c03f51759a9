import asyncio
import functools
import time
from collections import OrderedDict
from typing import Any, Callable, Generic, Hashable, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class CacheMiss(KeyError):
    pass


class TTLCache(Generic[K, V]):
    def __init__(self, maxsize: int, ttl: float, clock: Callable[[], float] = time.monotonic):
        self.maxsize = maxsize
        self.ttl = ttl
        self.clock = clock
        self._data: OrderedDict[K, tuple[float, V]] = OrderedDict()
        self.hits = 0
        self.misses = 0

    def get(self, key: K) -> V:
        try:
            expires, value = self._data[key]
        except KeyError:
            self.misses += 1
            raise CacheMiss(key) from None
        if expires < self.clock():
            del self._data[key]
            self.misses += 1
            raise CacheMiss(key)
        self._data.move_to_end(key)
        self.hits += 1
        return value

    def put(self, key: K, value: V) -> None:
        if key in self._data:
            self._data.move_to_end(key)
        self._data[key] = (self.clock() + self.ttl, value)
        while len(self._data) > self.maxsize:
            old, _ = self._data.popitem(last=False)
            print("evict", old)

    def __len__(self) -> int:
        return len(self._data)

    def __contains__(self, key: object) -> bool:
        return key in self._data


def async_cached(cache: TTLCache[Any, Any]):
    def decorate(fn):
        inflight: dict[Any, asyncio.Future] = {}

        @functools.wraps(fn)
        async def wrapper(*args):
            try:
                return cache.get(args)
            except CacheMiss:
                pass
            if args in inflight:
                return await inflight[args]
            fut = asyncio.get_running_loop().create_future()
            inflight[args] = fut
            try:
                result = await fn(*args)
            except Exception as e:
                fut.set_exception(e)
                fut.exception()
                raise
            else:
                fut.set_result(result)
                cache.put(args, result)
                return result
            finally:
                del inflight[args]

        wrapper.cache = cache
        return wrapper

    return decorate


now = 0.0


def fake_clock() -> float:
    return now


store: TTLCache[Any, Any] = TTLCache(2, 10.0, fake_clock)
calls: list[tuple] = []


@async_cached(store)
async def fetch(name: str, n: int = 1) -> str:
    """Fetch a thing."""
    calls.append((name, n))
    await asyncio.sleep(0.001)
    if name == "bad":
        raise ValueError("bad name")
    return name * n


async def main() -> None:
    global now
    print(await asyncio.gather(fetch("a", 2), fetch("a", 2), fetch("b", 3)))
    print(calls, len(store), store.hits, store.misses)
    print(await fetch("a", 2), store.hits)
    await fetch("c", 1)
    print(("a", 2) in store, ("b", 3) in store)
    now = 11.0
    print(await fetch("a", 2), calls)
    results = await asyncio.gather(fetch("bad", 1), fetch("bad", 1), return_exceptions=True)
    print(results)
    print(fetch.__name__, fetch.__doc__, fetch.cache is store)
    try:
        store.get("nothing")
    except KeyError as e:
        print(type(e).__name__, e, e.args, e.__cause__, e.__suppress_context__)


asyncio.run(main())
