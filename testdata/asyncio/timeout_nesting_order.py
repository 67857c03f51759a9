import asyncio

log: list[str] = []


async def guarded(name: str, limit: float | None, work) -> str:
    try:
        async with asyncio.timeout(limit):
            result = await work()
    except TimeoutError:
        log.append(f"{name} timed out")
        return f"{name} gave up"
    log.append(f"{name} in time")
    return result


async def forever() -> str:
    try:
        await asyncio.Event().wait()
    finally:
        log.append("forever ends")
    return "never"


async def quick() -> str:
    await asyncio.sleep(0)
    return "quick"


async def main() -> None:
    print(await guarded("outer", 10, lambda: guarded("inner", 0.005, forever)), log)
    log.clear()
    print(await guarded("outer", 0.005, lambda: guarded("inner", 10, forever)), log)
    log.clear()
    print(await guarded("a", None, lambda: guarded("b", 5, quick)), log)
    log.clear()
    results = await asyncio.gather(*(guarded(f"g{i}", 0.003 * (3 - i), forever) for i in range(3)), guarded("q", 1, quick))
    print(results, log)
    log.clear()
    task = asyncio.create_task(guarded("cancelled", 10, forever))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancellation is not a timeout", log)
    log.clear()
    try:
        async with asyncio.timeout(0):
            log.append("body is entered")
            await asyncio.sleep(0)
            log.append("not reached")
    except TimeoutError:
        print(log)
    try:
        async with asyncio.timeout(-1):
            log.append("no await, no timeout")
    except TimeoutError:
        log.append("timeout after all")
    print(log)
    scope = asyncio.timeout(1)
    try:
        scope.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with scope:
        pass
    try:
        async with scope:
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
