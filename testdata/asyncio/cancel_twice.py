import asyncio


async def resists(times: int) -> str:
    caught = []
    while True:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            caught.append(error.args)
            if len(caught) == times:
                return f"gave up after {caught}"


async def main():
    task = asyncio.create_task(resists(3))
    await asyncio.sleep(0)
    for i in range(3):
        print(task.cancel(i), task.cancelling())
        await asyncio.sleep(0)
        print("done" if task.done() else "alive")
    print(await task, task.cancelled(), task.cancelling(), task.cancel())
    task = asyncio.create_task(resists(2))
    await asyncio.sleep(0)
    task.cancel("one")
    task.cancel("two")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done(), task.cancelling())
    task.cancel()
    print(await task)
    fresh = asyncio.create_task(resists(1))
    fresh.cancel("before start")
    fresh.cancel("twice before start")
    try:
        await fresh
    except asyncio.CancelledError as error:
        print("never ran", error.args)


asyncio.run(main())
