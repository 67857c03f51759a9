import asyncio

log: list[str] = []


async def user(name: str, gate: asyncio.Semaphore, turns: int) -> None:
    async with gate:
        log.append(f"{name}+")
        for _ in range(turns):
            await asyncio.sleep(0)
        log.append(f"{name}-")


async def main() -> None:
    gate = asyncio.Semaphore(2)
    await asyncio.gather(*(user(n, gate, t) for n, t in zip("abcdef", [3, 1, 2, 0, 1, 1])))
    print(" ".join(log))
    log.clear()
    await gate.acquire()
    late = asyncio.create_task(user("late", gate, 0))
    more = asyncio.create_task(user("more", gate, 2))
    await asyncio.sleep(0)
    log.append("main")
    gate.release()
    gate.release()
    log.append("released twice")
    await asyncio.gather(late, more)
    print(" ".join(log), gate.locked())
    print(await gate.acquire(), gate.locked())


asyncio.run(main())
