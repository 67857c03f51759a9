import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def connect(name: str, fail: bool = False):
    print("connect", name)
    await asyncio.sleep(0)
    if fail:
        raise ConnectionError(name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)


class Lease:
    def __init__(self) -> None:
        self.count = 0

    async def __aenter__(self) -> int:
        self.count += 1
        return self.count

    async def __aexit__(self, *exc: object) -> None:
        self.count -= 1
        print("lease back, exception", exc[1])


async def use_all(names: list[str]) -> list[str]:
    async with AsyncExitStack() as stack:
        connections = [await stack.enter_async_context(connect(n, fail=n == "bad")) for n in names]
        stack.callback(print, "leaving", len(connections))
        return connections


async def main() -> None:
    print(await use_all(["one", "two"]))
    try:
        await use_all(["one", "bad", "three"])
    except ConnectionError as error:
        print("failed:", error)
    lease = Lease()
    async with lease as first, lease as second:
        print(first, second, lease.count)
    try:
        async with lease:
            raise LookupError("x")
    except LookupError:
        print(lease.count)
    async with connect("a") as a, connect("b") as b:
        print(a + b)


asyncio.run(main())
