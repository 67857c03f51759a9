import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any


async def add(a: int, b: int) -> int:
    await asyncio.sleep(0)
    return a + b


async def greet(name: str, /, *, loud: bool = False) -> str:
    return f"HELLO {name.upper()}" if loud else f"hello {name}"


def chooser(kind: str) -> Callable[[int], Coroutine[Any, Any, str]]:
    async def single(n: int) -> str:
        return f"{kind}:{n}"

    async def double(n: int) -> str:
        await asyncio.sleep(0)
        return f"{kind}:{n}{n}"

    return double if kind.startswith("d") else single


async def pipeline(value: int, *stages: Callable[[int], Awaitable[int]]) -> int:
    for stage in stages:
        value = await stage(value)
    return value


async def maybe(value):
    """Await when needed."""
    return await value if asyncio.iscoroutine(value) else value


class Service:
    def __init__(self, base: int) -> None:
        self.base = base

    async def scale(self, n: int) -> int:
        await asyncio.sleep(0)
        return self.base * n

    @classmethod
    async def create(cls, base: int) -> "Service":
        await asyncio.sleep(0)
        return cls(base)

    @staticmethod
    async def negate(n: int) -> int:
        return -n


async def main() -> None:
    table: dict[str, Callable[..., Awaitable[Any]]] = {"add": add, "greet": greet, "inc": partial(add, 1)}
    print(await table["add"](2, 3), await table["greet"]("bo", loud=True), await table["inc"](41))
    print(await chooser("single")(4), await chooser("double")(4))
    service = await Service.create(10)
    print(await pipeline(1, partial(add, 2), service.scale, Service.negate, lambda n: add(n, n)))
    bound = service.scale
    print(await asyncio.gather(*map(bound, range(4))), await maybe(5), await maybe(add(1, 1)))
    coros = [add(i, i) for i in range(3)]
    print(sum([await c for c in reversed(coros)]))
    first, *rest = [greet(n) for n in ("x", "y", "z")]
    print(await first, [await r for r in rest])
    print(await (add if True else greet)(1, 2), (await add(1, 2)) * 2, -await add(3, 4), [await add(0, 1)][0])
    conditional = await add(1, 1) if await add(0, 0) else await greet("else branch")
    print(conditional, await add(await add(1, 2), await add(3, 4)))
    print(f"{await add(5, 6)} in an f-string", {await greet("k"): await add(1, 0)}, not await add(0, 0) and "and")


asyncio.run(main())
