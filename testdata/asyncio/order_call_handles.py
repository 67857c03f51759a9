import asyncio

order: list[str] = []


def note(text: str) -> None:
    order.append(text)


def reschedule(loop: asyncio.AbstractEventLoop, n: int) -> None:
    note(f"r{n}")
    if n:
        loop.call_soon(reschedule, loop, n - 1)


async def main() -> None:
    loop = asyncio.get_running_loop()
    a = loop.call_soon(note, "a")
    b = loop.call_soon(note, "b")
    loop.call_soon(note, "c")
    b.cancel()
    print(a.cancelled(), b.cancelled())
    loop.call_soon(reschedule, loop, 2)
    loop.call_soon_threadsafe(note, "threadsafe")
    loop.call_later(0, note, "later0")
    loop.call_later(-1, note, "negative")
    for i in range(4):
        order.append(str(i))
        await asyncio.sleep(0)
    print(order)
    order.clear()
    t1 = loop.call_later(0.02, note, "t1")
    t2 = loop.call_later(0.01, note, "t2")
    t3 = loop.call_at(loop.time() + 0.015, note, "t3")
    print(t2.when() < t3.when() < t1.when(), t3.cancelled())
    loop.call_later(0.005, t3.cancel)
    await asyncio.sleep(0.04)
    print(order, t3.cancelled(), t1.cancelled())
    t1.cancel()
    order.clear()
    done = loop.create_future()
    loop.call_later(0.001, lambda: (note("inner"), loop.call_soon(note, "soon after"), done.set_result(None)))
    await done
    note("main")
    await asyncio.sleep(0)
    print(order)
    handle = loop.call_soon(note, "x")
    print(repr(handle).split(" ")[0], repr(handle).split(" ")[1].split("(")[0])
    handle.cancel()
    print(repr(handle))


asyncio.run(main())
