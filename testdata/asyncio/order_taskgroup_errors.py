import asyncio

log: list[str] = []


async def job(name: str, turns: int, fail: bool = False, cleanup: int = 0) -> None:
    try:
        for i in range(turns):
            log.append(f"{name}{i}")
            await asyncio.sleep(0)
        if fail:
            log.append(f"{name}!")
            raise ValueError(name)
        log.append(f"{name}.")
    except asyncio.CancelledError:
        log.append(f"{name}~")
        for _ in range(cleanup):
            await asyncio.sleep(0)
        if cleanup:
            log.append(f"{name}~~")
        raise


async def run(title: str, body) -> None:
    log.clear()
    try:
        await body()
        outcome = "ok"
    except BaseExceptionGroup as group:
        outcome = f"{type(group).__name__}{[repr(e) for e in group.exceptions]}"
    except BaseException as error:
        outcome = repr(error)
    print(f"{title}: {outcome} | {' '.join(log)}")


async def one_fails() -> None:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job("a", 1, fail=True))
        tg.create_task(job("b", 5))
        log.append("body")


async def two_fail_together() -> None:
    async with asyncio.TaskGroup() as tg:
        for name in "cde":
            tg.create_task(job(name, 2, fail=name != "d"))


async def slow_cleanup() -> None:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job("f", 9, cleanup=3))
        tg.create_task(job("g", 9, cleanup=1))
        await asyncio.sleep(0)
        raise KeyError("body")


async def body_waits() -> None:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job("h", 1, fail=True))
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append("body~")
            raise


async def cancelled_from_outside() -> None:
    task = asyncio.create_task(one_slow())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("outside")
    await task


async def one_slow() -> None:
    async with asyncio.TaskGroup() as tg:
        tg.create_task(job("k", 9, cleanup=1))


async def child_cancelled() -> None:
    async with asyncio.TaskGroup() as tg:
        task = tg.create_task(job("m", 9))
        tg.create_task(job("n", 2))
        await asyncio.sleep(0)
        task.cancel()
    log.append(f"group is fine {task.cancelled()}")


async def main() -> None:
    await run("one fails", one_fails)
    await run("two fail together", two_fail_together)
    await run("slow cleanup", slow_cleanup)
    await run("body waits", body_waits)
    await run("cancelled from outside", cancelled_from_outside)
    await run("child cancelled", child_cancelled)


asyncio.run(main())
