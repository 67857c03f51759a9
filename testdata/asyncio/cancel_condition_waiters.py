import asyncio


async def waiter(name: str, cond: asyncio.Condition, log: list[str]) -> None:
    async with cond:
        log.append(f"{name} waits")
        try:
            await cond.wait()
            log.append(f"{name} woke")
        except asyncio.CancelledError:
            log.append(f"{name} cancelled locked={cond.locked()}")
            raise
        finally:
            await asyncio.sleep(0)
            log.append(f"{name} leaves")


async def main() -> None:
    for notify_first in (True, False):
        cond = asyncio.Condition()
        log: list[str] = []
        tasks = [asyncio.create_task(waiter(f"w{i}", cond, log)) for i in range(3)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        async with cond:
            if notify_first:
                cond.notify(1)
                tasks[0].cancel()
            else:
                tasks[0].cancel()
                cond.notify(1)
            log.append("notified")
        for _ in range(8):
            await asyncio.sleep(0)
        log.append("then all")
        async with cond:
            cond.notify_all()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print(log, [type(r).__name__ for r in results])
    cond = asyncio.Condition()
    try:
        cond.notify()
    except RuntimeError as error:
        print(error)
    try:
        await cond.wait()
    except RuntimeError as error:
        print(error)

    async def predicate_waiter(values: list[int]) -> None:
        async with cond:
            print("predicate", await cond.wait_for(lambda: len(values) >= 2))

    values: list[int] = []
    task = asyncio.create_task(predicate_waiter(values))
    for i in range(3):
        await asyncio.sleep(0)
        async with cond:
            values.append(i)
            cond.notify_all()
    await task


asyncio.run(main())
