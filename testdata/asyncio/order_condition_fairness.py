import asyncio


async def consumer(name, cond, items, log):
    async with cond:
        while not items:
            log.append(f"{name} waits")
            await cond.wait()
            log.append(f"{name} wakes")
        log.append(f"{name} takes {items.pop(0)}")


async def producer(cond, items, log, values, how):
    for v in values:
        await asyncio.sleep(0)
        async with cond:
            items.append(v)
            log.append(f"put {v}")
            if how == "all":
                cond.notify_all()
            else:
                cond.notify(how)


async def main():
    for how in (1, 2, "all"):
        cond, items, log = asyncio.Condition(), [], []
        tasks = [asyncio.create_task(consumer(f"c{i}", cond, items, log)) for i in range(3)]
        tasks.append(asyncio.create_task(producer(cond, items, log, [10, 20, 30], how)))
        await asyncio.gather(*tasks)
        print(how, log)
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked())
        shared.notify_all()
    try:
        async with asyncio.timeout(0.01):
            async with shared:
                await shared.wait()
    except TimeoutError:
        print("timed out", shared.locked())


asyncio.run(main())
