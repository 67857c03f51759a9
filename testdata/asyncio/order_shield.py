import asyncio

log = []


async def step(n):
    for i in range(n):
        log.append(str(i))
        await asyncio.sleep(0)


async def inner(turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append("inner ends")
    if error:
        raise error
    return "value"


async def guarded(turns, error=None):
    try:
        result = await asyncio.shield(inner(turns, error))
        log.append(f"guarded {result}")
    except asyncio.CancelledError:
        log.append("guarded cancelled")
        raise
    except Exception as exc:
        log.append(f"guarded {exc!r}")


async def main():
    s = asyncio.create_task(step(6))
    await guarded(2)
    await s
    print(*log)
    log.clear()
    s = asyncio.create_task(step(6))
    task = asyncio.create_task(guarded(3))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log.append("cancel")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("main saw it")
    await s
    print(*log)
    log.clear()
    s = asyncio.create_task(step(4))
    await guarded(1, ValueError("v"))
    await s
    print(*log)
    future = asyncio.get_running_loop().create_future()
    outer = asyncio.shield(future)
    print(outer is future, outer.cancel(), outer.cancelled(), future.cancelled())
    await asyncio.sleep(0)
    future.set_result(1)
    print(outer.cancelled(), await future)
    done = asyncio.get_running_loop().create_future()
    done.set_result("d")
    print(await asyncio.shield(done))
    outer = asyncio.shield(lost := asyncio.get_running_loop().create_future())
    lost.cancel("by inner")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("inner cancelled", error.args)


asyncio.run(main())
