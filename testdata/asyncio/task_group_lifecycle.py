import asyncio


async def job(name: str, turns: int, fail: bool = False) -> str:
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if fail:
            raise ValueError(f"{name} failed")
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main() -> None:
    async with asyncio.TaskGroup() as tg:
        first = tg.create_task(job("one", 2))
        second = tg.create_task(job("two", 1), name="second")
        print("body ends")
    print(first.result(), second.result(), second.get_name())

    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("ok", 0))
            tg.create_task(job("bad", 1, True))
            slow = tg.create_task(job("slow", 50))
            print("waiting")
            await asyncio.sleep(10)
            print("never")
    except* ValueError as group:
        print("group:", [str(e) for e in group.exceptions], slow.cancelled())

    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("x", 5))
            raise KeyError("body")
    except ExceptionGroup as group:
        print(repr(group))

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(job("outer", 9))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(job("inner", 0, True))
    except ExceptionGroup as group:
        print(repr(group))

    async def nested() -> None:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("n1", 100))
            tg.create_task(job("n2", 100))

    task = asyncio.create_task(nested())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("whole group cancelled")

    try:
        tg.create_task(job("late", 0))
    except RuntimeError as error:
        print("RuntimeError")

    async with asyncio.TaskGroup() as tg:
        async def spawn(depth: int) -> None:
            print("depth", depth)
            if depth < 3:
                tg.create_task(spawn(depth + 1))

        tg.create_task(spawn(0))
    print("all spawned")


asyncio.run(main())
