import asyncio


async def sleeper(name):
    try:
        await asyncio.sleep(0.02)
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def waits(tasks):
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        print("wait cancelled", [t.done() for t in tasks])
        raise


async def completes(tasks):
    try:
        for next_done in asyncio.as_completed(tasks):
            print("completed", await next_done)
    except asyncio.CancelledError:
        print("as_completed cancelled", [t.done() for t in tasks])
        raise


async def main():
    for waiter in (waits, completes):
        tasks = [asyncio.create_task(sleeper(n)) for n in ("a", "b")]
        task = asyncio.create_task(waiter(tasks))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            print("children go on:", [t.cancelled() for t in tasks])
        print(await asyncio.gather(*tasks))
    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    waiters[1].cancel()
    event.set()
    print([repr(x) for x in await asyncio.gather(*waiters, return_exceptions=True)])
    event.clear()
    late = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    event.clear()
    late.cancel()
    print([repr(x) for x in await asyncio.gather(late, return_exceptions=True)])


asyncio.run(main())
