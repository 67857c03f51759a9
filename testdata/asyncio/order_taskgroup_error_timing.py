import asyncio

log = []


async def ok(name, turns):
    try:
        for i in range(turns):
            await asyncio.sleep(0)
        log.append(f"{name} ok")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def bad(turns):
    for i in range(turns):
        await asyncio.sleep(0)
    log.append("bad raises")
    raise ValueError(turns)


async def ticks(n):
    for i in range(n):
        log.append(i)
        await asyncio.sleep(0)


async def main():
    for bad_turns in range(4):
        t = asyncio.create_task(ticks(8))
        try:
            async with asyncio.TaskGroup() as tg:
                first = tg.create_task(ok("first", 2))
                tg.create_task(bad(bad_turns))
                log.append("body")
                await asyncio.sleep(0)
                log.append("body ends")
        except* ValueError as group:
            log.append(f"caught {group.exceptions}")
        await t
        print(bad_turns, first.cancelled(), *log)
        log.clear()
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(0))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            log.append("not reached")
    except ExceptionGroup as group:
        print(group.message, len(group.exceptions), log)
    log.clear()
    try:
        async with asyncio.TaskGroup() as tg:
            task = tg.create_task(bad(0))
            try:
                await task
            except ValueError:
                log.append("handled in the body")
    except ExceptionGroup as group:
        print("group all the same:", group, log)


asyncio.run(main())
