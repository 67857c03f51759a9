import asyncio


async def precious(log: list[str]) -> str:
    log.append("precious starts")
    try:
        await asyncio.sleep(0.02)
    except asyncio.CancelledError:
        log.append("precious hurt")
        raise
    log.append("precious done")
    return "gold"


async def careful(log: list[str]) -> str:
    inner = asyncio.ensure_future(precious(log))
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        log.append("careful cancelled, waits for the inner task")
        return await inner + " (late)"


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(careful(log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())

    inner = asyncio.create_task(precious(log))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    print(outer.cancel(), inner.cancelled())
    try:
        await outer
    except asyncio.CancelledError:
        log.append("shield broken outside")
    print(await inner)

    inner = asyncio.create_task(precious(log))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("from inside")
    try:
        await outer
    except asyncio.CancelledError as error:
        log.append(f"inner cancelled {error.args}")
    print(outer.cancelled())
    try:
        await asyncio.wait_for(asyncio.shield(second := asyncio.create_task(precious(log))), 0.001)
    except TimeoutError:
        print("timed out, but", await second)
    print("\n".join(log))


asyncio.run(main())
