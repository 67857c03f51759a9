import asyncio
from collections.abc import AsyncIterator


async def ticker(name: str, count: int, delay: float = 0) -> AsyncIterator[str]:
    try:
        for i in range(count):
            yield f"{name}{i}"
            await asyncio.sleep(delay)
    finally:
        print(name, "closed")


async def evens(limit: int):
    for n in range(0, limit, 2):
        await asyncio.sleep(0)
        yield n


async def drain(name: str) -> int:
    seen = 0
    async for tick in ticker(name, 3, 0.001):
        print("tick", tick)
        seen += 1
    return seen


async def main() -> None:
    print(await asyncio.gather(drain("x"), drain("y")))
    print([n async for n in evens(10) if n != 4])
    print({n: n * n async for n in evens(6)})
    total = 0
    async for n in evens(100):
        if n > 20:
            break
        total += n
    else:
        print("not reached")
    print(total)
    generator = ticker("z", 5)
    print(await anext(generator), await generator.__anext__())
    await generator.aclose()


asyncio.run(main())
