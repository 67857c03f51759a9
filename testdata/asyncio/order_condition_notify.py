import asyncio

log: list[str] = []


async def waiter(name: str, cond: asyncio.Condition) -> None:
    async with cond:
        log.append(f"{name} waits")
        await cond.wait()
        log.append(f"{name} woke, locked={cond.locked()}")
        await asyncio.sleep(0)
        log.append(f"{name} leaves")


async def contender(cond: asyncio.Condition) -> None:
    async with cond:
        log.append("contender in")
        await asyncio.sleep(0)
    log.append("contender out")


async def main() -> None:
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(f"w{i}", cond)) for i in range(3)]
    await asyncio.sleep(0)
    async with cond:
        log.append("notify 1")
        cond.notify(1)
        rival = asyncio.create_task(contender(cond))
        await asyncio.sleep(0)
        log.append("still holding")
    await asyncio.sleep(0)
    log.append("main goes on")
    async with cond:
        log.append("notify all")
        cond.notify_all()
    await asyncio.gather(*tasks, rival)
    print("\n".join(log))


asyncio.run(main())
