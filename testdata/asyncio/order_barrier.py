import asyncio


async def walker(name: str, barrier: asyncio.Barrier, log: list[str], rounds: int) -> None:
    for r in range(rounds):
        log.append(f"{name} arrives {r}")
        position = await barrier.wait()
        log.append(f"{name} leaves {r} as {position}")


async def main() -> None:
    barrier = asyncio.Barrier(3)
    log: list[str] = []
    await asyncio.gather(*(walker(n, barrier, log, 2) for n in "abc"))
    print("\n".join(log))
    log.clear()

    async def user(name: str) -> None:
        async with barrier as position:
            log.append(f"{name} {position}")
            if position == 0:
                log.append("leader")

    await asyncio.gather(*(user(n) for n in "xyz"))
    print(log, barrier.n_waiting)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)
    solo = asyncio.Barrier(1)
    print(await solo.wait(), repr(solo).split("[")[1])


asyncio.run(main())
