"""Who runs when: callbacks, tasks and futures in the ready queue."""
import asyncio

log: list[str] = []


def note(text: str) -> None:
    log.append(text)
    print(text)


async def child(name: str, steps: int) -> str:
    note(f"{name} starts")
    for i in range(steps):
        await asyncio.sleep(0)
        note(f"{name} step {i}")
    return name


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(note, "callback 1")
    task = asyncio.create_task(child("task A", 2))
    loop.call_soon(note, "callback 2")
    future: asyncio.Future[int] = loop.create_future()
    future.add_done_callback(lambda f: note(f"future done {f.result()}"))
    note("main before await")
    await asyncio.sleep(0)
    note("main after first sleep")
    future.set_result(42)
    note("result is set")
    loop.call_soon(note, "callback 3")
    other = asyncio.create_task(child("task B", 1))
    note(f"await future {await future}")
    await asyncio.sleep(0)
    note("main between")
    note(await task)
    note(await other)
    handle = loop.call_soon(note, "never printed")
    handle.cancel()
    note(f"handle cancelled {handle.cancelled()}")
    loop.call_later(0.02, note, "later 20")
    loop.call_later(0.01, note, "later 10")
    loop.call_at(loop.time() + 0.015, note, "at 15")
    loop.call_later(0, note, "later 0")
    await asyncio.sleep(0.04)
    print(len(log))


asyncio.run(main())
