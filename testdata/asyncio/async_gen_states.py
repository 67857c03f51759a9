"""The states of asynchronous generators, driven by hand."""
import asyncio


async def attempt(label, awaitable):
    try:
        print(label, "->", await awaitable)
    except BaseException as e:
        print(label, "->", type(e).__name__, e, repr(e.__cause__), type(e.__context__).__name__)


async def plain():
    try:
        got = yield 1
        print("got", got)
        got = yield 2
        print("got", got)
    finally:
        print("plain ends")


async def stubborn():
    for _ in range(3):
        try:
            yield "here"
        except GeneratorExit:
            print("ignored")


async def catching():
    while True:
        try:
            yield "next"
        except ValueError as e:
            yield f"caught {e}"


async def raising():
    yield 1
    raise StopAsyncIteration("inner")


async def stopping():
    yield 1
    raise StopIteration("inner")


async def failing():
    yield 1
    raise KeyError("x")


async def slow():
    try:
        while True:
            await asyncio.sleep(0.01)
            yield "slow"
    finally:
        await asyncio.sleep(0)
        print("slow ends")


async def empty():
    if False:
        yield


async def fresh():
    print("-- fresh")
    g = plain()
    await attempt("asend to a fresh one", g.asend(1))
    await attempt("asend None", g.asend(None))
    await attempt("asend 5", g.asend(5))
    await attempt("asend 6", g.asend(6))
    await attempt("anext at the end", anext(g))
    await attempt("anext with default", anext(g, "default"))
    await attempt("athrow at the end", g.athrow(ValueError("late")))
    await attempt("aclose at the end", g.aclose())
    g = plain()
    await attempt("athrow into a fresh one", g.athrow(ValueError("early")))
    await attempt("anext after it", anext(g))
    g = plain()
    await attempt("aclose of a fresh one", g.aclose())
    await attempt("anext after it", anext(g))
    await attempt("athrow after it", g.athrow(ValueError("late")))


async def ends():
    print("-- ends")
    for maker in (raising, stopping, failing, empty):
        g = maker()
        for i in range(3):
            await attempt(f"{maker.__name__} {i}", anext(g))


async def exits():
    print("-- exits")
    g = stubborn()
    await attempt("first", anext(g))
    await attempt("aclose", g.aclose())
    await attempt("again", g.aclose())
    await attempt("athrow", g.athrow(ValueError("x")))
    await attempt("anext", anext(g))
    await attempt("anext", anext(g))
    g = catching()
    await attempt("first", anext(g))
    await attempt("athrow", g.athrow(ValueError("one")))
    await attempt("athrow", g.athrow(KeyError("two")))
    await attempt("athrow", g.athrow(ValueError("three")))
    g = plain()
    await attempt("first", anext(g))
    await attempt("athrow GeneratorExit", g.athrow(GeneratorExit))
    g = plain()
    await attempt("first", anext(g))
    await attempt("athrow StopAsyncIteration", g.athrow(StopAsyncIteration))


async def together():
    print("-- together")
    g = slow()
    first = asyncio.create_task(anext(g))
    await asyncio.sleep(0)
    await attempt("anext", anext(g))
    await attempt("asend", g.asend(None))
    await attempt("athrow", g.athrow(ValueError("x")))
    await attempt("aclose", g.aclose())
    await attempt("first", first)
    second = asyncio.create_task(anext(g))
    await asyncio.sleep(0)
    second.cancel()
    await attempt("second", second)
    await attempt("after", anext(g))
    await attempt("aclose", g.aclose())


async def main():
    await fresh()
    await ends()
    await exits()
    await together()


asyncio.run(main())
