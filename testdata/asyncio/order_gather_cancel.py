import asyncio

log: list[str] = []


async def child(name: str, cleanup: int = 0) -> str:
    try:
        await asyncio.sleep(10)
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        for _ in range(cleanup):
            await asyncio.sleep(0)
        log.append(f"{name} cleaned")
        raise


async def failing(turns: int) -> None:
    for _ in range(turns):
        await asyncio.sleep(0)
    raise ValueError("failing")


async def turns(n: int) -> None:
    for _ in range(n):
        await asyncio.sleep(0)


async def main() -> None:
    group = asyncio.gather(child("a"), child("b", 2), child("c"))
    await turns(1)
    print(group.cancel(), group.done())
    try:
        await group
    except asyncio.CancelledError:
        log.append("group cancelled")
    print(log, group.cancelled())

    log.clear()
    first, second = asyncio.create_task(child("first")), asyncio.create_task(child("second"))
    group = asyncio.gather(first, second)
    await turns(1)
    first.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("one child's cancellation ends the gather", second.done())
    second.cancel()
    print(await asyncio.gather(first, second, return_exceptions=True), log)

    log.clear()
    try:
        await asyncio.gather(failing(2), child("left behind"))
    except ValueError as error:
        print(error, log)
    leftovers = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    print(len(leftovers))
    for task in leftovers:
        task.cancel()
    await asyncio.wait(leftovers)
    print(log)

    log.clear()

    async def outer() -> list[str]:
        return await asyncio.gather(child("x"), child("y", 3))

    task = asyncio.create_task(outer())
    await turns(2)
    task.cancel()
    await turns(3)
    print(task.done(), log)
    await asyncio.wait([task])
    print(task.cancelled(), log)

    log.clear()
    kept = asyncio.gather(child("k"), failing(0), return_exceptions=True)
    await turns(3)
    kept.cancel()
    try:
        print(await kept)
    except asyncio.CancelledError:
        print("gather with return_exceptions is cancelled as well")
    try:
        async with asyncio.TaskGroup() as tg:
            inner = tg.create_task(outer())
            tg.create_task(failing(3))
    except* ValueError:
        print("group failed", inner.cancelled(), log)


asyncio.run(main())
