import asyncio


class Ready:
    def __init__(self, value: int) -> None:
        self.value = value

    def __await__(self):
        return self.value
        yield


class Twice:
    def __init__(self, awaitable) -> None:
        self.awaitable = awaitable

    def __await__(self):
        first = yield from self.awaitable.__await__()
        print("halfway with", first)
        yield
        return (first, first)


class Lazy:
    """Computes once, whoever awaits."""

    def __init__(self, factory) -> None:
        self.factory = factory
        self.task = None

    def __await__(self):
        if self.task is None:
            self.task = asyncio.ensure_future(self.factory())
        return self.task.__await__()


class Failing:
    def __await__(self):
        yield
        raise LookupError("nothing to await")


async def compute() -> str:
    print("computing")
    await asyncio.sleep(0)
    return "computed"


async def main() -> None:
    print(await Ready(3), await Twice(Ready(4)), await Twice(compute()))
    lazy = Lazy(compute)
    print(await asyncio.gather(lazy, lazy), await lazy)
    print(await asyncio.wait_for(Ready(9), 1))
    try:
        await Failing()
    except LookupError as error:
        print(error)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, "from future")
    print(await Twice(future))
    for bad in (5, "text", [compute], None):
        try:
            await bad
        except TypeError as error:
            print(error)


asyncio.run(main())
