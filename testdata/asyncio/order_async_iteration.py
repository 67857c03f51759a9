import asyncio

log: list[str] = []


async def gen(name: str, n: int, pause: bool):
    log.append(f"{name}:start")
    try:
        for i in range(n):
            if pause:
                await asyncio.sleep(0)
            log.append(f"{name}:yield {i}")
            yield i
            log.append(f"{name}:resumed {i}")
    finally:
        log.append(f"{name}:end")


class Feed:
    def __init__(self, items: list[int]) -> None:
        self.items = items

    def __aiter__(self) -> "Feed":
        log.append("aiter")
        return self

    async def __anext__(self) -> int:
        await asyncio.sleep(0)
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


async def consume(name: str, source) -> int:
    total = 0
    async for item in source:
        log.append(f"{name} got {item}")
        total += item
    else:
        log.append(f"{name} exhausted")
    return total


async def main() -> None:
    print(await consume("plain", gen("g", 2, False)), log)
    log.clear()
    print(await asyncio.gather(consume("A", gen("a", 2, True)), consume("B", gen("b", 2, True))))
    print(log)
    log.clear()
    print(await asyncio.gather(consume("F", Feed([1, 2, 3])), consume("N", gen("n", 3, False))))
    print(log)
    log.clear()
    g = gen("stepwise", 3, True)
    first = anext(g)
    log.append("anext made")
    print(await first, log)
    log.clear()
    print([x * y async for x in gen("o", 2, False) async for y in gen(f"i{x}", 2, False) if y], log)
    log.clear()
    merged = {x: [y async for y in gen("in", x, False)] async for x in gen("out", 3, False)}
    print(merged, len(log))
    try:
        async for x in [1, 2]:
            pass
    except TypeError as error:
        print(error)
    shared = gen("shared", 4, True)
    results = await asyncio.gather(anext(shared), anext(shared), return_exceptions=True)
    print(results)
    await shared.aclose()
    await g.aclose()


asyncio.run(main())
