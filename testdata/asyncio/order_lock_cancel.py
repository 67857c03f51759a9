import asyncio

log: list[str] = []


async def holder(lock: asyncio.Lock, name: str, turns: int) -> None:
    try:
        async with lock:
            log.append(f"{name} has it")
            for _ in range(turns):
                await asyncio.sleep(0)
            log.append(f"{name} gives it")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main() -> None:
    lock = asyncio.Lock()
    tasks = {n: asyncio.create_task(holder(lock, n, 2)) for n in "abcd"}
    await asyncio.sleep(0)
    tasks["b"].cancel()
    await asyncio.sleep(0)
    log.append("after the first cancel")
    await asyncio.sleep(0)
    tasks["a"].cancel()
    await asyncio.sleep(0)
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    print("\n".join(log))
    print(lock.locked(), [t.cancelled() for t in tasks.values()])

    log.clear()
    tasks = {n: asyncio.create_task(holder(lock, n, 1)) for n in "wxyz"}
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    # w has released the lock by now, x is woken; cancel it before it runs.
    tasks["x"].cancel()
    tasks["y"].cancel()
    log.append("cancelled x and y")
    await asyncio.wait(tasks.values())
    print("\n".join(log))
    print(lock.locked(), [t.cancelled() for t in tasks.values()])

    sem = asyncio.Semaphore(2)
    log.clear()

    async def limited(name: str) -> None:
        async with sem:
            log.append(f"{name} in")
            await asyncio.sleep(0)
        log.append(f"{name} out")

    limited_tasks = [asyncio.create_task(limited(f"s{i}")) for i in range(6)]
    await asyncio.sleep(0)
    limited_tasks[2].cancel()
    limited_tasks[4].cancel()
    await asyncio.gather(*limited_tasks, return_exceptions=True)
    print(" ".join(log), sem.locked())


asyncio.run(main())
