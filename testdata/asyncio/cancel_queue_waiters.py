import asyncio


async def get(name, queue, log):
    try:
        log.append(f"{name}={await queue.get()}")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def put(name, queue, log):
    try:
        await queue.put(name)
        log.append(f"{name} in")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main():
    for late in (False, True):
        log = []
        queue = asyncio.Queue()
        getters = [asyncio.create_task(get(f"g{i}", queue, log)) for i in range(3)]
        await asyncio.sleep(0)
        if late:
            queue.put_nowait("x")
            getters[0].cancel()
        else:
            getters[0].cancel()
            queue.put_nowait("x")
        queue.put_nowait("y")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for g in getters:
            g.cancel()
        await asyncio.gather(*getters, return_exceptions=True)
        print("get", late, log, queue.qsize())

        log = []
        queue = asyncio.Queue(1)
        queue.put_nowait("first")
        putters = [asyncio.create_task(put(f"p{i}", queue, log)) for i in range(3)]
        await asyncio.sleep(0)
        if late:
            queue.get_nowait()
            putters[0].cancel()
        else:
            putters[0].cancel()
            queue.get_nowait()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("size", queue.qsize())
        for p in putters:
            p.cancel()
        await asyncio.gather(*putters, return_exceptions=True)
        print("put", late, log)

    queue = asyncio.Queue()
    queue.put_nowait(1)
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    joiner.cancel()
    try:
        await joiner
    except asyncio.CancelledError:
        print("join cancelled", queue.qsize())


asyncio.run(main())
