import asyncio

log: list[str] = []


async def waiter(name: str, event: asyncio.Event) -> None:
    log.append(f"{name}?")
    await event.wait()
    log.append(f"{name}!")
    if name == "w1":
        event.clear()


async def other(n: int) -> None:
    for i in range(n):
        log.append(f"o{i}")
        await asyncio.sleep(0)


async def main() -> None:
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(f"w{i}", event)) for i in range(3)]
    tasks.append(asyncio.create_task(other(5)))
    await asyncio.sleep(0)
    log.append("set")
    event.set()
    log.append("set returned")
    late = asyncio.create_task(waiter("late", event))
    await asyncio.sleep(0)
    log.append("main")
    await asyncio.gather(*tasks)
    print(" ".join(log), event.is_set(), late.done())
    log.clear()
    event.set()
    event.clear()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(late.done(), event.is_set(), log)
    already = asyncio.Event()
    already.set()
    print(await already.wait(), log)
    never = asyncio.create_task(asyncio.Event().wait())
    done, pending = await asyncio.wait([never], timeout=0)
    print(len(done), len(pending))
    never.cancel()


asyncio.run(main())
