import asyncio


async def slow(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError as error:
        print(name, "interrupted", error.args)
        raise


async def main() -> None:
    async with asyncio.timeout(1) as scope:
        print(await slow("quick", 0))
    print(scope.expired())
    try:
        async with asyncio.timeout(0.01) as scope:
            await slow("late", 5)
    except TimeoutError as error:
        print("timeout", error.args, scope.expired(), type(error.__cause__).__name__)

    async with asyncio.timeout(None) as scope:
        print(scope.when())
        scope.reschedule(asyncio.get_running_loop().time() + 10)
        print(scope.when() is not None)
    try:
        async with asyncio.timeout(10) as scope:
            scope.reschedule(asyncio.get_running_loop().time() - 1)
            await slow("rescheduled", 5)
    except TimeoutError:
        print("rescheduled to the past")

    try:
        async with asyncio.timeout(0.01):
            try:
                async with asyncio.timeout(10):
                    await slow("inner", 5)
            except TimeoutError:
                print("wrong: inner did not expire")
    except TimeoutError:
        print("outer expired")

    try:
        async with asyncio.timeout(0.01):
            try:
                await slow("swallowed", 5)
            except asyncio.CancelledError:
                print("swallowing the cancellation")
        print("left without an error")
    except TimeoutError:
        print("and still a timeout")

    try:
        async with asyncio.timeout(0.01):
            raise ValueError("own error")
    except ValueError as error:
        print(error)

    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.01):
            await asyncio.gather(slow("g1", 5), slow("g2", 5))
    except TimeoutError:
        print("both given up")
    print(repr(scope).split(" ")[0:2])


asyncio.run(main())
