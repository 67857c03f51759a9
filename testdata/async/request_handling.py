import asyncio
import contextvars
import logging
import sys
import traceback
from contextlib import contextmanager, ExitStack, redirect_stdout, closing, nullcontext, asynccontextmanager
import io

request_id = contextvars.ContextVar("request_id", default="-")


class ContextFilter(logging.Filter):
    def filter(self, record):
        record.request_id = request_id.get()
        return True


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(levelname)-7s [%(request_id)s] %(message)s"))
handler.addFilter(ContextFilter())
log = logging.getLogger("app")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


@contextmanager
def span(name):
    log.debug("start %s", name)
    try:
        yield name.upper()
    except ValueError as e:
        log.warning("span %s swallowed %r", name, e)
    finally:
        log.debug("end %s", name)


async def handle(i):
    token = request_id.set(f"req-{i}")
    try:
        log.info("handling")
        await asyncio.sleep(0)
        with span(f"s{i}") as s:
            await asyncio.sleep(0)
            if i == 2:
                raise ValueError("bad request")
            if i == 3:
                raise KeyError("missing")
            return s
    except KeyError:
        log.exception("failed") if False else log.error("failed %s", sys.exc_info()[0].__name__)
        raise
    finally:
        request_id.reset(token)
        log.info("done")


class Resource:
    def __init__(self, name): self.name = name
    def close(self): print("closing", self.name)


@asynccontextmanager
async def transaction(db):
    db.append("begin")
    try:
        yield db
    except Exception:
        db.append("rollback")
        raise
    else:
        db.append("commit")


async def chained():
    try:
        try:
            await asyncio.sleep(0)
            {}["a"]
        except KeyError as e:
            raise RuntimeError("lookup") from e
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__), e.__suppress_context__)
        try:
            raise TypeError("other")
        except TypeError as t:
            print(repr(t.__context__))
    lines = traceback.format_exception_only(ValueError("v"))
    print(lines)


async def main():
    results = await asyncio.gather(*(handle(i) for i in range(1, 4)), return_exceptions=True)
    print(results, request_id.get())
    ctx = contextvars.copy_context()
    print(ctx.run(lambda: (request_id.set("inner"), request_id.get())[1]), request_id.get())
    with ExitStack() as stack:
        for n in "ab":
            stack.enter_context(closing(Resource(n)))
        stack.callback(print, "callback")
        print("in stack")
    buf = io.StringIO()
    with redirect_stdout(buf):
        print("hidden")
    print(repr(buf.getvalue()))
    with nullcontext(5) as five:
        print(five)
    db = []
    async with transaction(db):
        db.append("work")
    try:
        async with transaction(db) as d:
            d.append("bad work")
            raise ValueError("no")
    except ValueError as e:
        print(e, db)
    await chained()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("handler:", c["message"].split(" at ")[0], repr(c.get("exception"))))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    t = asyncio.create_task(handle(9), name="nine", context=contextvars.copy_context())
    print(await t, t.get_name(), t.done(), t.exception())
    async def slow():
        try:
            await asyncio.sleep(10)
        finally:
            print("slow cleaned")
    try:
        async with asyncio.timeout(0.005):
            await asyncio.shield(asyncio.create_task(slow()))
    except TimeoutError:
        print("timed out", len(asyncio.all_tasks()))
    print(await asyncio.wait_for(asyncio.sleep(0, "quick"), 1))
    q = asyncio.PriorityQueue()
    for item in [(3, "c"), (1, "a"), (2, "b")]:
        q.put_nowait(item)
    print([q.get_nowait() for _ in range(q.qsize())], q.empty())
    cond = asyncio.Condition()
    ready = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: len(ready) >= n)
            print("consumer", n, ready)
    cs = [asyncio.create_task(consumer(n)) for n in (2, 1)]
    for x in "xy":
        await asyncio.sleep(0)
        async with cond:
            ready.append(x)
            cond.notify_all()
    await asyncio.gather(*cs)
    sem = asyncio.Semaphore(2)
    active = peak = 0
    async def limited():
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*[limited() for _ in range(6)])
    print("peak", peak)

try:
    asyncio.run(main())
except* ValueError:
    pass
