import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator


async def read(lines: list[str]) -> AsyncIterator[str]:
    for line in lines:
        await asyncio.sleep(0)
        yield line


async def strip(source: AsyncIterable[str]) -> AsyncIterator[str]:
    async for line in source:
        if text := line.strip():
            yield text


async def parse(source: AsyncIterable[str]) -> AsyncIterator[tuple[str, int]]:
    number = 0
    async for text in source:
        number += 1
        name, _, value = text.partition("=")
        try:
            yield name, int(value)
        except ValueError as error:
            print(f"line {number}: {error}")


async def batch(source: AsyncIterable[tuple[str, int]], size: int) -> AsyncIterator[list[tuple[str, int]]]:
    group: list[tuple[str, int]] = []
    async for item in source:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


async def accumulate() -> AsyncGenerator[int, int]:
    total = 0
    try:
        while True:
            total += yield total
    except ValueError as error:
        print("thrown in:", error)
        yield -1
    finally:
        await asyncio.sleep(0)
        print("accumulator closed at", total)


async def take(source: AsyncIterator[int], n: int) -> list[int]:
    taken = []
    async for value in source:
        taken.append(value)
        if len(taken) == n:
            break
    return taken


async def naturals() -> AsyncIterator[int]:
    n = 0
    while True:
        yield n
        n += 1


async def main() -> None:
    lines = [" a=1 ", "", "b=2", "c=x", "   ", "d=4", "e=5"]
    async for group in batch(parse(strip(read(lines))), 2):
        print(group)
    acc = accumulate()
    print(await acc.asend(None), await acc.asend(5), await acc.asend(7))
    print(await acc.athrow(ValueError("stop that")))
    try:
        await acc.asend(1)
    except StopAsyncIteration:
        print("exhausted")
    print(await take(naturals(), 5))
    numbers = naturals()
    print(await anext(numbers), await anext(numbers), await anext(aiter(numbers)))
    await numbers.aclose()
    print(await anext(numbers, "closed"))
    evens = (n async for n in naturals() if n % 2 == 0)
    print([await anext(evens) for _ in range(4)])
    results = [n * 10 async for n in read_numbers(3)]
    print(results, {n async for n in read_numbers(4)}, [x for x in [y async for y in read_numbers(2)]])


async def read_numbers(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


asyncio.run(main())
