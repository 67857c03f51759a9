import asyncio
import contextlib
import io
from contextlib import AsyncExitStack, ExitStack, aclosing, asynccontextmanager, closing, contextmanager, nullcontext, redirect_stdout, suppress


@contextmanager
def step(name: str, fail_on_exit: bool = False):
    print("enter", name)
    yield name
    print("exit", name)
    if fail_on_exit:
        raise OSError(f"{name} failed to close")


@asynccontextmanager
async def pool(size: int):
    connections = [f"conn{i}" for i in range(size)]
    print("pool of", size)
    try:
        yield connections
    finally:
        await asyncio.sleep(0)
        connections.clear()
        print("pool closed")


class Door:
    def close(self) -> None:
        print("door closed")


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print("timer on")
        return self

    def __exit__(self, *exc):
        print("timer off")
        return False


@Timer()
def timed(n: int) -> int:
    return n * 2


async def numbers():
    try:
        for i in range(10):
            yield i
    finally:
        print("numbers closed")


async def main() -> None:
    with ExitStack() as stack:
        names = [stack.enter_context(step(f"s{i}")) for i in range(3)]
        stack.callback(lambda: print("callback"))
        print(names)
    try:
        with ExitStack() as stack:
            stack.enter_context(step("a"))
            stack.enter_context(step("b", fail_on_exit=True))
            raise ValueError("body")
    except Exception as error:
        print(repr(error))
    with ExitStack() as stack:
        stack.enter_context(step("kept"))
        later = stack.pop_all()
    print("nothing closed yet")
    later.close()
    async with AsyncExitStack() as stack:
        conns = await stack.enter_async_context(pool(2))
        stack.push_async_callback(asyncio.sleep, 0)
        print(conns)
    with closing(Door()):
        print("in the door")
    async with aclosing(numbers()) as gen:
        async for n in gen:
            if n == 2:
                break
    print(timed(21))
    captured = io.StringIO()
    with redirect_stdout(captured):
        print("hidden")
    print(repr(captured.getvalue()))
    with suppress(ZeroDivisionError):
        1 / 0
    with nullcontext(5) as five:
        print(five)
    try:
        async with pool(1) as conns:
            raise KeyError("inside")
    except KeyError as error:
        print("outside", error, conns)

    @asynccontextmanager
    async def wrong():
        if False:
            yield

    try:
        async with wrong():
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
