"""Cancellation on a deadline: cleanup that awaits, shielded commits, nested timeouts."""
import asyncio
import contextlib


class Connection:
    opened = 0

    def __init__(self, name):
        self.name = name
        self.log = []

    async def __aenter__(self):
        Connection.opened += 1
        await asyncio.sleep(0)
        self.log.append("open")
        return self

    async def __aexit__(self, et, e, tb):
        self.log.append(f"closing({et.__name__ if et else None})")
        await asyncio.sleep(0.01)
        Connection.opened -= 1
        self.log.append("closed")


async def commit(log):
    await asyncio.sleep(0.05)
    log.append("committed")
    return "ok"


async def transaction(conn, seconds):
    try:
        async with asyncio.timeout(seconds):
            try:
                await asyncio.sleep(1)
            finally:
                result = await asyncio.shield(commit(conn.log))
                conn.log.append(f"commit {result}")
    except TimeoutError as e:
        conn.log.append(f"timeout {e!r} {e.__cause__!r}"[:40])
        return "late"
    return "in time"


async def stubborn(log):
    for i in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            log.append(f"refused {i} {e.args}")
            if i == 2:
                raise
    return "never"


async def nested():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.5) as outer:
            try:
                async with asyncio.timeout_at(loop.time() + 0.02) as inner:
                    await asyncio.sleep(2)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
            outer.reschedule(loop.time() + 0.01)
            await asyncio.sleep(2)
    except TimeoutError:
        print("outer", outer.expired(), inner, outer)
    async with asyncio.timeout(None) as t:
        print(t.when(), t)


async def main():
    async with Connection("db") as conn:
        print(await transaction(conn, 0.02))
    print(conn.log, Connection.opened)

    log = []
    t = asyncio.create_task(stubborn(log))
    for i in range(3):
        await asyncio.sleep(0.005)
        t.cancel(f"try {i}")
    print(await asyncio.gather(t, return_exceptions=True), t.cancelling(), log)

    async with contextlib.AsyncExitStack() as stack:
        conns = [await stack.enter_async_context(Connection(n)) for n in "xy"]
        stack.push_async_callback(commit, conns[0].log)
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.Event().wait(), 0.01)
            print("unreachable")
    print([c.log for c in conns], Connection.opened)
    await nested()


asyncio.run(main())
