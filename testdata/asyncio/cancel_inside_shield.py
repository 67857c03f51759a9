import asyncio


async def save(log: list[str]) -> str:
    try:
        log.append("saving")
        await asyncio.sleep(0.01)
        log.append("saved")
        return "ok"
    except asyncio.CancelledError:
        log.append("save cancelled")
        raise


async def request(log: list[str]) -> str:
    inner = asyncio.ensure_future(save(log))
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        log.append(f"request cancelled, inner done {inner.done()}")
        await inner
        log.append("waited for it all the same")
        raise
    finally:
        log.append("request ends")


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(request(log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("main saw it")
    print(log)

    log = []
    inner = asyncio.create_task(save(log))

    async def guarded() -> None:
        await asyncio.shield(inner)

    outer = asyncio.create_task(guarded())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    inner.cancel("inner")
    results = await asyncio.gather(outer, inner, return_exceptions=True)
    print(log, [repr(r) for r in results], outer.cancelled())

    async def fails() -> None:
        await asyncio.sleep(0)
        raise ValueError("lost")

    handled = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: handled.append(context["message"]))
    task = asyncio.create_task(asyncio.wait_for(asyncio.shield(fails()), 1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    await asyncio.sleep(0)
    print(handled)


asyncio.run(main())
