import asyncio


async def main() -> None:
    task = asyncio.current_task()
    print(task.cancelling(), task.uncancel())
    task.cancel("a")
    task.cancel("b")
    print(task.cancelling())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(error.args, task.cancelling(), task.uncancel(), task.uncancel(), task.uncancel())
    await asyncio.sleep(0)
    print("goes on")
    task.cancel()
    print("uncancel before it arrives", task.uncancel())
    try:
        await asyncio.sleep(0)
        print("did not arrive")
    except asyncio.CancelledError:
        print("arrived")

    async def structured() -> str:
        me = asyncio.current_task()
        try:
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
        except TimeoutError:
            return f"cancelling {me.cancelling()}"
        return "no timeout"

    print(await structured())

    async def in_group() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(boom())
            await asyncio.sleep(1)

    async def boom() -> None:
        raise ValueError("boom")

    try:
        await in_group()
    except* ValueError:
        print("group", task.cancelling())


asyncio.run(main())
