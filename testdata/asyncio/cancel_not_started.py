import asyncio


async def never(log: list[str]) -> None:
    log.append("ran")
    try:
        await asyncio.sleep(0)
    finally:
        log.append("finally")


async def generator(log):
    try:
        yield 1
    finally:
        log.append("generator finally")


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(never(log), name="unborn")
    task.add_done_callback(lambda t: log.append(f"callback {t.get_name()} {t.cancelled()}"))
    print(task.cancel("too early"), task.done())
    await asyncio.sleep(0)
    print(task.done(), log)
    await asyncio.sleep(0)
    print(log, task.cancelled())
    try:
        task.result()
    except asyncio.CancelledError as error:
        print(repr(error))
    try:
        task.exception()
    except asyncio.CancelledError as error:
        print(repr(error))
    gathered = asyncio.gather(never(log), never(log))
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print("gather of unborn", log)
    shielded = asyncio.shield(never(log))
    shielded.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("shielded ran", log)
    g = generator(log)
    step = asyncio.ensure_future(g.__anext__())
    step.cancel()
    print([repr(x) for x in await asyncio.gather(step, return_exceptions=True)])
    await g.aclose()
    print(log)


asyncio.run(main())
