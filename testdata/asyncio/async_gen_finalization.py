import asyncio


async def source(name: str, n: int):
    print(name, "open")
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    except GeneratorExit:
        print(name, "asked to close")
        raise
    finally:
        await asyncio.sleep(0)
        print(name, "closed")


async def consume(name: str) -> int:
    total = 0
    async for value in source(name, 10):
        total += value
        if value == 3:
            return total
    return -1


async def explicit() -> None:
    gen = source("explicit", 5)
    async for value in gen:
        if value == 1:
            break
    print("after break")
    await gen.aclose()
    print("after aclose")
    await gen.aclose()


async def with_error() -> None:
    gen = source("error", 5)
    try:
        async for value in gen:
            raise ValueError(f"at {value}")
    except ValueError as error:
        print("caught", error)
    finally:
        await gen.aclose()


async def main() -> None:
    await explicit()
    await with_error()
    exhausted = source("all", 2)
    print([v async for v in exhausted])
    print([v async for v in exhausted])
    gen = source("two", 3)
    print(await gen.asend(None))
    try:
        await gen.athrow(KeyError("thrown"))
    except KeyError as error:
        print("out came", error)
    never = source("never started", 3)
    await never.aclose()
    try:
        await anext(never)
    except StopAsyncIteration:
        print("closed before it began")
    started = source("sent too early", 1)
    try:
        await started.asend(5)
    except TypeError as error:
        print(error)
    await started.aclose()


asyncio.run(main())
