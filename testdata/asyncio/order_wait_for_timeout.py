import asyncio


async def stubborn(name: str, extra: int) -> str:
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(name, "told to stop")
        for i in range(extra):
            await asyncio.sleep(0)
            print(name, "cleanup", i)
        raise
    finally:
        print(name, "finally")
    return name


async def swallow() -> str:
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("swallowed")
    return "late value"


async def replaces() -> None:
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise KeyError("other error") from None


async def main() -> None:
    for extra in (0, 2):
        try:
            await asyncio.wait_for(stubborn(f"s{extra}", extra), 0.01)
        except asyncio.TimeoutError as error:
            print("timeout", repr(error), repr(error.__cause__))
    try:
        print(await asyncio.wait_for(swallow(), 0.01))
    except TimeoutError as error:
        print("timeout", repr(error))
    try:
        await asyncio.wait_for(replaces(), 0.01)
    except KeyError as error:
        print("got", repr(error))
    inner = asyncio.create_task(asyncio.sleep(5, "kept"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except TimeoutError:
        print("shielded", inner.done(), inner.cancelled())
    inner.cancel()
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.01)
    except TimeoutError:
        print("future", future.cancelled())


asyncio.run(main())
