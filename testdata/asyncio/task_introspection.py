import asyncio


async def sleeper(n: float) -> str:
    await asyncio.sleep(n)
    return "slept"


def short(text: str) -> str:
    """Take addresses and lines out of a repr."""
    return text.split(" coro=")[0] + (" cancelled" if "cancelled" in text.split(" coro=")[0] else "")


async def main() -> None:
    main_task = asyncio.current_task()
    print(main_task.get_name(), main_task.get_coro().__name__, asyncio.iscoroutinefunction(sleeper), asyncio.iscoroutine(main))
    first = asyncio.create_task(sleeper(0.01))
    second = asyncio.create_task(sleeper(5), name="the second")
    print(first.get_name(), second.get_name(), len(asyncio.all_tasks()))
    first.set_name("renamed")
    print(short(repr(first)), short(repr(second)))
    print(asyncio.isfuture(first), asyncio.isfuture(5), isinstance(first, asyncio.Future), isinstance(first, asyncio.Task))
    await first
    print(short(repr(first)), "result='slept'" in repr(first))
    second.cancel("enough")
    try:
        await second
    except asyncio.CancelledError as error:
        print(repr(error), second.cancelled(), short(repr(second)))
    for call in (second.exception, second.result):
        try:
            call()
        except asyncio.CancelledError as error:
            print("CancelledError", error.args)
    future = asyncio.get_running_loop().create_future()
    print(repr(future))
    future.set_result([1])
    print(repr(future))
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(KeyError("k"))
    print(repr(failed), repr(failed.exception()))
    gone = asyncio.get_running_loop().create_future()
    gone.cancel()
    print(repr(gone))
    coro = sleeper(1)
    print(asyncio.iscoroutine(coro), type(coro).__name__, coro.__name__, coro.__qualname__)
    coro.close()
    try:
        await coro
    except RuntimeError as error:
        print(error)
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print(error)
    task = asyncio.create_task(sleeper(0))
    print(await asyncio.ensure_future(task), asyncio.ensure_future(task) is task)
    try:
        asyncio.ensure_future(42)
    except TypeError as error:
        print(error)
    for name in ("set_result", "set_exception"):
        try:
            getattr(task, name)(1)
        except RuntimeError as error:
            print(error)


asyncio.run(main())
