import asyncio
import contextlib


async def swallower(name):
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.sleep(10)
    print(name, "goes on")
    await asyncio.sleep(0)
    return name


async def uncancels():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("uncancel ->", asyncio.current_task().uncancel())
    async with asyncio.timeout(0.01) as scope:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("by timeout", asyncio.current_task().cancelling())
            raise
    return scope.expired()


async def main():
    task = asyncio.create_task(swallower("a"))
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    task = asyncio.create_task(uncancels())
    await asyncio.sleep(0)
    task.cancel()
    try:
        print(await task)
    except TimeoutError as error:
        print(repr(error), task.cancelling())
    task = asyncio.create_task(swallower("b"))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(task, 0.01)
        print("value in spite of the timeout")
    except TimeoutError:
        print("timeout")
    async with asyncio.TaskGroup() as group:
        kept = group.create_task(swallower("c"))
        await asyncio.sleep(0)
        kept.cancel()
    print(kept.result())


asyncio.run(main())
