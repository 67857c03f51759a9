import asyncio


async def background(name: str, log: list[str], stubborn: bool = False) -> None:
    try:
        while True:
            await asyncio.sleep(0.001)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        if stubborn:
            await asyncio.sleep(0)
            log.append(f"{name} cleaned up")
        raise


async def stream(log: list[str]):
    try:
        while True:
            yield len(log)
            await asyncio.sleep(0)
    finally:
        log.append("stream closed")


kept = []


async def main(log: list[str]) -> str:
    asyncio.create_task(background("one", log))
    asyncio.create_task(background("two", log, stubborn=True))
    generator = stream(log)
    await anext(generator)
    log.append("main done")
    await asyncio.sleep(0)
    kept.append(generator)
    return "result"


async def failing(log: list[str]) -> None:
    asyncio.create_task(background("three", log))
    await asyncio.sleep(0)
    raise RuntimeError("main failed")


async def cancelled_main() -> None:
    asyncio.current_task().cancel("stop")
    await asyncio.sleep(0)


log: list[str] = []
result = asyncio.run(main(log))
log[1:3] = sorted(log[1:3])  # all_tasks() is a set
print(result, log)
log = []
try:
    asyncio.run(failing(log))
except RuntimeError as error:
    print(error, log)
try:
    asyncio.run(cancelled_main())
except asyncio.CancelledError as error:
    print("cancelled", error.args)
