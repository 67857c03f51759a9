import asyncio
import contextlib
from contextlib import asynccontextmanager, contextmanager, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print(f"{name} swallowed {error}")
    finally:
        print(f"</{name}>")


@asynccontextmanager
async def transaction(log, fail_on_exit=False):
    log.append("begin")
    await asyncio.sleep(0)
    try:
        yield log
    except Exception as error:
        log.append(f"rollback {error}")
        raise
    else:
        log.append("commit")
    finally:
        await asyncio.sleep(0)
        log.append("closed")


class Timer:
    def __enter__(self):
        self.ticks = 0
        return self

    def __exit__(self, *exc):
        print("ticks", self.ticks, "exception", exc[0] and exc[0].__name__)


class Suppressor:
    def __init__(self, kind):
        self.kind = kind

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self.kind)


def find(items, wanted):
    for item in items:
        with Timer() as timer:
            timer.ticks += 1
            if item == wanted:
                return item
            if item is None:
                continue
            if item < 0:
                break
    return None


async def main():
    with tag("a") as a, tag("b") as b:
        print(a, b)
        raise ValueError("inner")
    with suppress(KeyError, IndexError):
        print("before")
        [][1]
        print("not printed")
    print(find([1, None, 2], 2), find([-1, 5], 5))
    log = []
    async with transaction(log):
        log.append("work")
    try:
        async with transaction(log) as same:
            same.append("more")
            1 / 0
    except ZeroDivisionError:
        log.append("seen outside")
    print(log)
    with Suppressor(LookupError):
        {}["a"]
    try:
        with Suppressor(LookupError):
            int("b")
    except ValueError:
        print("value error passes")
    async with contextlib.AsyncExitStack() as stack:
        for name in ("x", "y"):
            stack.enter_context(tag(name))
        await stack.enter_async_context(transaction(log))
        stack.callback(print, "callback", 1)
        print("in the stack")
    print(log[-3:])
    with (
        tag("p"),
        contextlib.nullcontext("n") as n,
        contextlib.redirect_stdout(None) if False else contextlib.nullcontext(),
    ):
        print(n)
    try:
        with 5:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
