import asyncio

log: list[str] = []
keep = []


async def numbers(name: str, cleanup: int = 0):
    try:
        for i in range(10):
            yield i
    finally:
        log.append(f"{name} finally")
        for _ in range(cleanup):
            await asyncio.sleep(0)
        log.append(f"{name} closed")


async def main() -> None:
    gen = numbers("kept", 2)
    keep.append(gen)
    print(await anext(gen), await gen.__anext__())
    explicit = numbers("explicit", 1)
    async for n in explicit:
        if n == 1:
            break
    await explicit.aclose()
    log.append("after aclose")
    await explicit.aclose()
    try:
        await anext(explicit)
    except StopAsyncIteration:
        log.append("stopped")
    print(await anext(explicit, "default"))
    unused = numbers("unused")
    await unused.aclose()
    thrown = numbers("thrown")
    await anext(thrown)
    try:
        await thrown.athrow(ValueError("in"))
    except ValueError as error:
        log.append(f"threw {error}")
    print(log)
    log.clear()
    log.append("main ends")


asyncio.run(main())
print(log)
log.clear()


async def echo():
    received = "start"
    while True:
        try:
            received = yield f"got {received}"
        except KeyError as error:
            received = f"error {error}"


async def talk() -> None:
    e = echo()
    print(await e.asend(None), await e.asend(1), await e.athrow(KeyError("k")), await anext(e))
    try:
        await e.aclose()
    finally:
        print("closed")
    fresh = echo()
    try:
        await fresh.asend("too early")
    except TypeError as error:
        print(error)


asyncio.run(talk())
