import asyncio

log: list[str] = []


async def child(name: str, turns: int) -> str:
    for i in range(turns):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)
    return name.upper()


async def spawner(group: asyncio.TaskGroup, depth: int) -> None:
    log.append(f"spawn{depth}")
    if depth:
        group.create_task(spawner(group, depth - 1))
    await asyncio.sleep(0)
    log.append(f"spawned{depth}")


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        a = group.create_task(child("a", 2))
        b = group.create_task(child("b", 1), name="bee")
        log.append("body")
        await asyncio.sleep(0)
        log.append("body end")
    log.append("after")
    print(*log)
    print(a.result(), b.result(), b.get_name())
    log.clear()
    async with asyncio.TaskGroup() as group:
        group.create_task(spawner(group, 3))
    print(*log)
    log.clear()
    async with asyncio.TaskGroup() as outer:
        outer.create_task(child("o", 3))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(child("i", 1))
        log.append("inner done")
    print(*log)
    async with asyncio.TaskGroup():
        pass
    try:
        group.create_task(child("late", 0))
    except RuntimeError as error:
        print(str(error).split(" ", 2)[2])
    empty = asyncio.TaskGroup()
    coro = child("early", 0)
    try:
        empty.create_task(coro)
    except RuntimeError as error:
        print(str(error).split(" ", 2)[2])


asyncio.run(main())
