import asyncio


async def fails(after: int, error: Exception) -> None:
    for _ in range(after):
        await asyncio.sleep(0)
    print("raising", repr(error))
    raise error


async def waits(name: str) -> None:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def inner() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(waits("inner waiter"))
        group.create_task(fails(1, KeyError("inner")))


def describe(error: BaseException, depth: int = 0) -> None:
    print("  " * depth + (str(error) if isinstance(error, BaseExceptionGroup) else repr(error)))
    if isinstance(error, BaseExceptionGroup):
        for e in error.exceptions:
            describe(e, depth + 1)


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("outer waiter"))
            group.create_task(inner())
            await asyncio.sleep(10)
    except* KeyError as group_error:
        describe(group_error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(0, ValueError(1)))
            group.create_task(fails(0, TypeError(2)))
            raise OSError("body")
    except ExceptionGroup as error:
        describe(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("w"))
            raise OSError("body only")
    except* OSError as error:
        describe(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(0, ValueError("v")))
            group.create_task(waits("x"))
    except* ValueError:
        print("handled")
    except* TypeError:
        print("never")
    print("end")


asyncio.run(main())
