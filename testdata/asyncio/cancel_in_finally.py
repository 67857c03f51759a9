import asyncio


async def worker(log: list[str]) -> None:
    try:
        log.append("working")
        await asyncio.sleep(10)
    finally:
        log.append("cleanup starts")
        try:
            await asyncio.sleep(0)
            log.append("cleanup one")
            await asyncio.sleep(0)
            log.append("cleanup two")
        finally:
            log.append("cleanup ends")


async def run(pause: int) -> None:
    log: list[str] = []
    task = asyncio.create_task(worker(log))
    await asyncio.sleep(0)
    task.cancel("first")
    for _ in range(pause):
        await asyncio.sleep(0)
    log.append(f"again {task.cancel('second')}")
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(f"{error.args} context {error.__context__!r}")
    print(pause, task.cancelled(), task.cancelling(), " / ".join(log))


async def main() -> None:
    for pause in range(5):
        await run(pause)


asyncio.run(main())
