import asyncio


async def hold(lock: asyncio.Lock, turns: int) -> None:
    async with lock:
        for _ in range(turns):
            await asyncio.sleep(0)


async def attempt(name: str, awaitable, log: list[str]) -> None:
    try:
        log.append(f"{name} got {await awaitable!r}")
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled {error.args}")
        raise


async def cancel_after(task: asyncio.Task, turns: int, message: str) -> None:
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel(message)


async def main() -> None:
    log: list[str] = []
    lock = asyncio.Lock()
    holder = asyncio.create_task(hold(lock, 4))
    await asyncio.sleep(0)
    waiter = asyncio.create_task(attempt("lock", lock.acquire(), log))
    next_one = asyncio.create_task(attempt("next", lock.acquire(), log))
    await cancel_after(waiter, 2, "lock waiter")
    await asyncio.gather(holder, next_one)
    lock.release()

    event = asyncio.Event()
    task = asyncio.create_task(attempt("event", event.wait(), log))
    await cancel_after(task, 1, "event waiter")
    await asyncio.sleep(0)
    event.set()

    queue: asyncio.Queue[int] = asyncio.Queue()
    task = asyncio.create_task(attempt("queue", queue.get(), log))
    await cancel_after(task, 1, "getter")
    queue.put_nowait(7)
    await asyncio.gather(task, return_exceptions=True)
    log.append(f"left in the queue: {queue.qsize()}")

    task = asyncio.create_task(attempt("gather", asyncio.gather(asyncio.sleep(9), asyncio.sleep(9)), log))
    await cancel_after(task, 1, "gatherer")
    await asyncio.gather(task, return_exceptions=True)

    task = asyncio.create_task(attempt("wait_for", asyncio.wait_for(asyncio.sleep(9), 5), log))
    await cancel_after(task, 1, "wait_for")
    await asyncio.gather(task, return_exceptions=True)

    inner = asyncio.create_task(asyncio.sleep(0.01, "value"))
    task = asyncio.create_task(attempt("wait", asyncio.wait([inner]), log))
    await cancel_after(task, 1, "waiter")
    await asyncio.gather(task, return_exceptions=True)
    log.append(f"inner goes on: {await inner}")

    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(attempt(f"sem{i}", semaphore.acquire(), log)) for i in range(3)]
    await asyncio.sleep(0)
    tasks[0].cancel("first in line")
    semaphore.release()
    await asyncio.sleep(0)
    tasks[1].cancel("has it already?")
    print(await asyncio.gather(*tasks[:2], return_exceptions=True))
    semaphore.release()
    await tasks[2]
    print("\n".join(log))


asyncio.run(main())
