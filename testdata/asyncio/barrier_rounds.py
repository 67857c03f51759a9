import asyncio


async def runner(name: str, barrier: asyncio.Barrier, delays: list[int], log: list[str]) -> None:
    for number, turns in enumerate(delays):
        for _ in range(turns):
            await asyncio.sleep(0)
        log.append(f"{name} reaches {number}")
        async with barrier as position:
            log.append(f"{name} passes {number} as {position}")


async def main() -> None:
    barrier = asyncio.Barrier(3)
    log: list[str] = []
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(
        runner("a", barrier, [0, 2], log),
        runner("b", barrier, [1, 1], log),
        runner("c", barrier, [3, 0], log),
    )
    print("\n".join(log))
    alone = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print("waiting", barrier.n_waiting)
    await barrier.abort()
    try:
        await alone
    except asyncio.BrokenBarrierError as error:
        print("broken:", error)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print("still:", error, barrier.broken)
    await barrier.reset()
    print(barrier.broken, sorted(await asyncio.gather(*[barrier.wait() for _ in range(3)])))


asyncio.run(main())
