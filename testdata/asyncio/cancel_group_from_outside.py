import asyncio


async def child(name, cleanup):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        for _ in range(cleanup):
            await asyncio.sleep(0)
        print(name, "clean")
        raise


async def owner(fail_in_cleanup=False):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child("c1", 2))
            if fail_in_cleanup:  # with c1, which it outlives
                group.create_task(failing())
            await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("owner cancelled", error.args, asyncio.current_task().cancelling())
        raise
    except BaseExceptionGroup as group_error:
        print("owner group", group_error, asyncio.current_task().cancelling())
        raise


async def failing():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("in cleanup")


async def main():
    for fail in (False, True):
        task = asyncio.create_task(owner(fail))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel("outside")
        try:
            await task
        except asyncio.CancelledError as error:
            print("main: cancelled", error.args)
        except ExceptionGroup as error:
            print("main:", error.exceptions)
        print(task.cancelled(), task.cancelling())
    early = asyncio.create_task(owner())
    await asyncio.sleep(0)
    early.cancel("at once")
    print([repr(x) for x in await asyncio.gather(early, return_exceptions=True)])


asyncio.run(main())
