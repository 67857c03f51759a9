import asyncio


class Job:
    def __init__(self, n: int) -> None:
        self.task = asyncio.ensure_future(self.run(n))

    async def run(self, n: int) -> int:
        await asyncio.sleep(0.01)
        return n * 2

    def __await__(self):
        return self.task.__await__()


class Lazy:
    def __init__(self, n: int) -> None:
        self.n = n

    async def compute(self) -> int:
        await asyncio.sleep(0)
        return self.n + 1

    def __await__(self):
        return self.compute().__await__()


class Both:
    def __init__(self, fut):
        self.fut = fut

    def __await__(self):
        x = yield from self.fut
        y = yield from asyncio.sleep(0, 5).__await__()
        return x + y


async def main():
    j = Job(4)
    print(await j)
    print(await Lazy(3))
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(0.01, f.set_result, 10)
    print(await Both(f))
    print(await asyncio.gather(Lazy(1), Lazy(2), Job(5)))
    print(await asyncio.wait_for(Lazy(9), 1))


asyncio.run(main())
