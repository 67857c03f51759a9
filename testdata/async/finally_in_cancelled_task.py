import asyncio


async def worker(name: str, log: list[str]) -> None:
    log.append(f"{name} start")
    try:
        await asyncio.sleep(10)
        log.append(f"{name} never gets here")
    finally:
        log.append(f"{name} cleanup begins")
        await asyncio.sleep(0.01)
        log.append(f"{name} cleanup ends")


async def patient(log: list[str]) -> str:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("patient was cancelled, but carries on")
    return "survived"


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(worker("w1", log))
    await asyncio.sleep(0.01)
    print("cancel:", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        log.append("main saw the cancellation")
    print(task.cancelled(), task.done())

    # Cancelled before its first step: the body is never entered.
    early = asyncio.create_task(worker("w2", log))
    early.cancel()
    await asyncio.gather(early, return_exceptions=True)
    print("early:", early.cancelled())

    stubborn = asyncio.create_task(patient(log))
    await asyncio.sleep(0)
    stubborn.cancel()
    print(await stubborn, stubborn.cancelled())
    print("\n".join(log))


asyncio.run(main())
