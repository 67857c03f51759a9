import asyncio
import time
from contextlib import (contextmanager, asynccontextmanager, closing, suppress, redirect_stdout, ExitStack,
    AsyncExitStack, nullcontext, ContextDecorator, AbstractContextManager)
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ZeroDivisionError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")


with tag("h1") as t:
    print("foo", t)
with tag("h2"):
    1 / 0


class mycontext(ContextDecorator):
    def __enter__(self):
        print('Starting')
        return self

    def __exit__(self, *exc):
        print('Finishing')
        return False


@mycontext()
def function():
    print('The bit in the middle')


function()
with mycontext():
    print('The bit in the middle')


class Page:
    def __init__(self, name):
        self.name = name

    def close(self):
        print("close", self.name)


with closing(Page("p")) as page:
    print(page.name)

with suppress(FileNotFoundError, KeyError):
    {}["missing"]
    print("not reached")

f = io.StringIO()
with redirect_stdout(f):
    print("hidden")
print(repr(f.getvalue()))


class ResourceManager(AbstractContextManager):
    def __init__(self, acquire_resource, release_resource, check_resource_ok=None):
        self.acquire_resource = acquire_resource
        self.release_resource = release_resource
        if check_resource_ok is None:
            def check_resource_ok(resource):
                return True
        self.check_resource_ok = check_resource_ok

    @contextmanager
    def _cleanup_on_error(self):
        with ExitStack() as stack:
            stack.push(self)
            yield
            # The validation check passed and didn't raise an exception
            stack.pop_all()

    def __enter__(self):
        resource = self.acquire_resource()
        with self._cleanup_on_error():
            if not self.check_resource_ok(resource):
                msg = "Failed validation for {!r}"
                raise RuntimeError(msg.format(resource))
        return resource

    def __exit__(self, *exc_details):
        self.release_resource()


with ResourceManager(lambda: "res", lambda: print("released")) as r:
    print("using", r)
try:
    with ResourceManager(lambda: "bad", lambda: print("released 2"), lambda r: r != "bad") as r:
        print("never")
except RuntimeError as e:
    print(e)


class Callback(ExitStack):
    def __init__(self, callback, /, *args, **kwds):
        super().__init__()
        self.callback(callback, *args, **kwds)

    def cancel(self):
        self.pop_all()


with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "ab"]
    stack.callback(print, "callback", 1, sep="|")
    print(names)


@asynccontextmanager
async def get_connection(name):
    print("acquire", name)
    await asyncio.sleep(0)
    try:
        yield {"name": name}
    finally:
        await asyncio.sleep(0)
        print("release", name)


async def main():
    async with get_connection("db") as conn:
        print(conn)
    async with AsyncExitStack() as stack:
        conns = [await stack.enter_async_context(get_connection(f"c{i}")) for i in range(2)]
        stack.push_async_callback(asyncio.sleep, 0)
        print([c["name"] for c in conns])
    async with nullcontext("plain") as x:
        print(x)
    try:
        async with get_connection("x"), get_connection("y"):
            raise KeyError("inside")
    except KeyError as e:
        print("caught", e)


asyncio.run(main())
