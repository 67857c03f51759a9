import asyncio


async def ticks(name: str, log: list[str]):
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled at {n}")
        raise
    except GeneratorExit:
        log.append(f"{name} closed at {n}")
        raise
    finally:
        log.append(f"{name} finally")
        await asyncio.sleep(0)
        log.append(f"{name} clean")


async def consume(name: str, log: list[str]) -> None:
    try:
        async for n in ticks(name, log):
            log.append(f"{name}{n}")
            if n % 2:
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(f"consumer {name} cancelled")
        raise


async def main() -> None:
    for turns in (1, 2, 3, 4):
        log: list[str] = []
        task = asyncio.create_task(consume(f"t{turns}.", log))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        for _ in range(3):
            await asyncio.sleep(0)
        print(log)
    log = []
    async for n in ticks("left", log):
        if n == 2:
            break
    for _ in range(4):
        await asyncio.sleep(0)
    print(log)


asyncio.run(main())
