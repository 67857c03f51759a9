import asyncio


async def holder(lock: asyncio.Lock, turns: int) -> None:
    async with lock:
        print("holder in")
        for _ in range(turns):
            await asyncio.sleep(0)
        print("holder out")


async def user(name: str, lock: asyncio.Lock) -> None:
    try:
        async with lock:
            print(name, "in")
            await asyncio.sleep(0)
            print(name, "out")
    except asyncio.CancelledError:
        print(name, "cancelled", lock.locked())
        raise


async def main() -> None:
    for cancel_at in range(1, 7):
        lock = asyncio.Lock()
        tasks = [asyncio.create_task(holder(lock, 3))]
        tasks += [asyncio.create_task(user(f"u{i}", lock)) for i in range(3)]
        for _ in range(cancel_at):
            await asyncio.sleep(0)
        print("cancelling u0 at", cancel_at)
        tasks[1].cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        print([repr(r) for r in results], lock.locked())


asyncio.run(main())
