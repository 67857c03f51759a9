import asyncio
import contextlib
from contextlib import asynccontextmanager, contextmanager
from typing import AsyncIterator, Iterator


class Pool:
    def __init__(self, size: int) -> None:
        self.free = list(range(size))
        self.log: list[str] = []

    @asynccontextmanager
    async def acquire(self, who: str) -> AsyncIterator[int]:
        while not self.free:
            await asyncio.sleep(0.001)
        n = self.free.pop()
        self.log.append(f"{who}+{n}")
        try:
            yield n
        except ValueError as e:
            self.log.append(f"{who}!{e}")
            raise
        finally:
            self.free.append(n)
            self.log.append(f"{who}-{n}")

    @contextmanager
    def tagged(self, tag: str) -> Iterator[None]:
        self.log.append(f"<{tag}>")
        yield
        self.log.append(f"</{tag}>")


@asynccontextmanager
async def transaction(name: str, fail: bool = False):
    print("begin", name)
    try:
        yield {"name": name}
    except KeyError as e:
        print("rollback", name, e)
    else:
        print("commit", name)


@contextmanager
def quiet(*kinds: type[BaseException]):
    try:
        yield
    except kinds as e:
        print("quiet", type(e).__name__)


async def worker(pool: Pool, i: int) -> int:
    async with pool.acquire(f"w{i}") as n:
        await asyncio.sleep(0.001)
        if i == 2:
            raise ValueError("two")
        return n * 10


async def main() -> None:
    pool = Pool(2)
    results = await asyncio.gather(*(worker(pool, i) for i in range(4)), return_exceptions=True)
    print(results)
    with pool.tagged("b"):
        pool.log.append("text")
    print(pool.log)
    async with transaction("t1") as t:
        t["x"] = "1"
        print(t)
    async with transaction("t2") as t:
        raise KeyError("k")
    with quiet(ZeroDivisionError, KeyError):
        1 / 0
    with contextlib.suppress(RuntimeError):
        with quiet(KeyError):
            raise RuntimeError("out")
    async with contextlib.AsyncExitStack() as stack:
        a = await stack.enter_async_context(transaction("s1"))
        b = await stack.enter_async_context(transaction("s2"))
        print(a, b)
    cm = transaction("later")
    async with cm as c:
        print(c)


asyncio.run(main())
