import asyncio
from functools import partial

log: list[str] = []


def note(label: str, task: asyncio.Task) -> None:
    state = "cancelled" if task.cancelled() else repr(task.exception() or task.result())
    log.append(f"{label}: {state}")


async def work(value: int) -> int:
    await asyncio.sleep(0)
    if value < 0:
        raise ValueError(value)
    return value


async def waits(task: asyncio.Task) -> None:
    try:
        log.append(f"awaited {await task}")
    except ValueError as error:
        log.append(f"awaited error {error}")


async def main() -> None:
    for value in (1, -1):
        task = asyncio.create_task(work(value))
        task.add_done_callback(partial(note, "first"))
        watcher = asyncio.create_task(waits(task))
        await asyncio.sleep(0)
        task.add_done_callback(partial(note, "second"))
        await watcher
        task.add_done_callback(partial(note, "after"))
        log.append("added when done")
        await asyncio.sleep(0)
    task = asyncio.create_task(work(5))
    task.add_done_callback(partial(note, "cancelled one"))
    task.cancel()
    await asyncio.wait([task])
    print("\n".join(log))


asyncio.run(main())
