import asyncio


async def waiter(name, event, log):
    for i in range(2):
        await event.wait()
        log.append(f"{name}{i}")
        await asyncio.sleep(0)


async def main():
    event = asyncio.Event()
    log = []
    tasks = [asyncio.create_task(waiter(n, event, log)) for n in "abc"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    log.append("pulse")
    for _ in range(3):
        await asyncio.sleep(0)
    log.append("set")
    event.set()
    print(event.is_set(), await event.wait())
    await asyncio.gather(*tasks)
    print(log)
    ready = asyncio.Event()
    done = asyncio.Event()

    async def server():
        log.append("server starts")
        await asyncio.sleep(0.001)
        ready.set()
        await done.wait()
        log.append("server stops")

    log.clear()
    async with asyncio.TaskGroup() as group:
        group.create_task(server())
        await ready.wait()
        log.append("client works")
        done.set()
    print(log, repr(done).split("[")[1])


asyncio.run(main())
