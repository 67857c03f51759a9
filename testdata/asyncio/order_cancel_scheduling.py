import asyncio

log: list[str] = []


async def worker(name: str) -> str:
    try:
        log.append(f"{name} start")
        await asyncio.sleep(0)
        log.append(f"{name} middle")
        await asyncio.sleep(0)
        log.append(f"{name} end")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise
    finally:
        log.append(f"{name} finally")


async def turns(n: int) -> None:
    for _ in range(n):
        log.append("-")
        await asyncio.sleep(0)


async def main() -> None:
    for when in range(4):
        log.clear()
        task = asyncio.create_task(worker(f"t{when}"))
        task.add_done_callback(lambda t: log.append(f"callback {t.cancelled()}"))
        await turns(when)
        log.append(f"cancel -> {task.cancel()}")
        await turns(3)
        print(when, task.done(), task.cancelled(), log)

    log.clear()
    a = asyncio.create_task(worker("a"))
    b = asyncio.create_task(worker("b"))
    await turns(1)
    b.cancel()
    a.cancel()
    results = await asyncio.gather(a, b, return_exceptions=True)
    print([repr(r) for r in results], log)

    log.clear()

    async def canceller(target: asyncio.Task[str]) -> None:
        log.append("canceller")
        target.cancel("by friend")

    target = asyncio.create_task(worker("victim"))
    friend = asyncio.create_task(canceller(target))
    try:
        await target
    except asyncio.CancelledError as error:
        log.append(f"main sees {error.args}")
    await friend
    print(log)

    log.clear()

    async def parent() -> None:
        child = asyncio.create_task(worker("child"))
        try:
            await child
        finally:
            log.append(f"parent: child cancelled {child.cancelled()}")

    p = asyncio.create_task(parent())
    await turns(2)
    p.cancel()
    await asyncio.wait([p])
    print(p.cancelled(), log)


asyncio.run(main())
