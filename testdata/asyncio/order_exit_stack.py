import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def resource(name: str, log: list[str], swallow: bool = False):
    log.append(f"+{name}")
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as error:
        log.append(f"{name} sees {error}")
        if not swallow:
            raise
    finally:
        await asyncio.sleep(0)
        log.append(f"-{name}")


class Plain:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("+plain")
        return "plain"

    def __exit__(self, *exc):
        self.log.append("-plain")


async def closer(log, what):
    await asyncio.sleep(0)
    log.append(f"callback {what}")


async def items(log):
    try:
        for i in range(5):
            yield i
    finally:
        log.append("items closed")


async def ticker(log, n):
    for i in range(n):
        log.append(str(i))
        await asyncio.sleep(0)


async def main():
    log = []
    t = asyncio.create_task(ticker(log, 9))
    async with AsyncExitStack() as stack:
        a = await stack.enter_async_context(resource("a", log))
        p = stack.enter_context(Plain(log))
        stack.push_async_callback(closer, log, what="async")
        stack.callback(log.append, "callback sync")
        b = await stack.enter_async_context(resource("b", log))
        log.append(f"body {a} {p} {b}")
    await t
    print(*log)
    log = []
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(resource("outer", log, swallow=True))
        await stack.enter_async_context(resource("inner", log))
        raise ValueError("bad")
    print(*log)
    log = []
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(resource("moved", log))
        kept = stack.pop_all()
    log.append("still open")
    await kept.aclose()
    print(*log)
    log = []
    async with aclosing(items(log)) as stream:
        async for i in stream:
            if i == 2:
                break
    log.append("after")
    async with nullcontext("nothing") as n:
        log.append(n)
    print(*log)


asyncio.run(main())
