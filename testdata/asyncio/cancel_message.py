import asyncio


async def level3():
    await asyncio.sleep(10)


async def level2():
    try:
        await level3()
    except asyncio.CancelledError as error:
        print("level2", error.args, str(error))
        raise asyncio.CancelledError("replaced") from error


async def level1(again):
    try:
        await level2()
    except asyncio.CancelledError as error:
        print("level1", error.args, error.__cause__.args)
        if again:
            raise


async def main():
    for again in (True, False):
        task = asyncio.create_task(level1(again))
        await asyncio.sleep(0)
        task.cancel({"why": "maintenance"})
        try:
            print("ended", await task)
        except asyncio.CancelledError as error:
            print("main", error.args, type(error).__mro__[1].__name__)
    inner = asyncio.create_task(level3())

    async def waits_for_inner():
        await inner

    a, b = asyncio.create_task(waits_for_inner()), asyncio.create_task(waits_for_inner())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    inner.cancel("shared")
    print([repr(x) for x in await asyncio.gather(a, b, inner, return_exceptions=True)])
    outer = asyncio.create_task(waits_for_inner())
    try:
        await outer
    except asyncio.CancelledError as error:
        print("later", repr(error), outer.cancelled())
    chain = asyncio.create_task(asyncio.sleep(10))
    top = asyncio.create_task(asyncio.wait_for(chain, 10))
    await asyncio.sleep(0)
    top.cancel("through")
    try:
        await top
    except asyncio.CancelledError as error:
        print(error.args, chain.cancelled())


asyncio.run(main())
