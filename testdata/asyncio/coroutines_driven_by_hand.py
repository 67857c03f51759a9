import asyncio
import types


class FutureLike:
    def __await__(self):
        return (yield "f")


class Wrapper:
    def __init__(self, coro):
        self.coro = coro

    def __await__(self):
        return self.coro.__await__()


class Marker(Exception):
    pass


async def coro1():
    try:
        return await FutureLike()
    except ZeroDivisionError:
        raise Marker


async def coro2():
    return await Wrapper(coro1())


c = coro2()
print(c.send(None))
try:
    c.send("spam")
except StopIteration as e:
    print("stop", e.value)
c = coro2()
print(c.send(None))
try:
    c.throw(ZeroDivisionError)
except Marker as e:
    print("marker", repr(e.__context__))


async def f():
    pass

g = f()
print(type(g) is types.CoroutineType, g.cr_running)
it = g.__await__()
print(type(it).__name__, iter(it) is it)
try:
    next(it)
except StopIteration as e:
    print(repr(e))


class CM:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *e):
        1 / 0


async def foo():
    async with CM():
        async with CM():
            raise RuntimeError


async def main():
    try:
        await foo()
    except ZeroDivisionError as exc:
        print(repr(exc.__context__))
        print(repr(exc.__context__.__context__))

    async def lst(j):
        for i in range(j):
            yield i
    gen = ([i + j async for i in lst(3)] for j in [10, 20])
    print([x async for x in gen])
    gens = [(i async for i in lst(j)) for j in [3, 5]]
    print([x for g in gens async for x in g])
    gens2 = ((i async for i in lst(j)) for j in [3, 5])
    print([x for g in gens2 async for x in g])


asyncio.run(main())


def gen():
    fut = asyncio.Future(loop=loop)
    loop.call_soon(fut.set_result, 42)
    x = yield from fut
    yield ("B", x)

loop = asyncio.new_event_loop()
g = gen()
fut = next(g)
print(asyncio.isfuture(fut))
fut.set_result(42)
print(next(g))
loop.close()
