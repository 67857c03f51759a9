import asyncio


async def party(name, barrier, log):
    try:
        index = await barrier.wait()
        log.append(f"{name} passed {index}")
    except asyncio.BrokenBarrierError as error:
        log.append(f"{name} broken {error}")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main():
    barrier = asyncio.Barrier(3)
    log = []
    tasks = [asyncio.create_task(party(f"p{i}", barrier, log)) for i in range(2)]
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.parties)
    tasks[0].cancel()
    await asyncio.gather(*tasks[:1], return_exceptions=True)
    print(log, barrier.n_waiting, barrier.broken)
    tasks += [asyncio.create_task(party(f"q{i}", barrier, log)) for i in range(2)]
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log)
    log.clear()
    tasks = [asyncio.create_task(party(f"r{i}", barrier, log)) for i in range(2)]
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.gather(*tasks)
    print(log, barrier.broken)
    log.clear()
    await barrier.reset()
    tasks = [asyncio.create_task(party(f"s{i}", barrier, log)) for i in range(2)]
    await asyncio.sleep(0)
    await barrier.reset()
    await asyncio.gather(*tasks)
    print(log, barrier.broken, barrier.n_waiting)


asyncio.run(main())
