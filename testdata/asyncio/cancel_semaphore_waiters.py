import asyncio


async def use(name, sem, log, turns=1):
    try:
        async with sem:
            log.append(f"+{name}")
            for _ in range(turns):
                await asyncio.sleep(0)
            log.append(f"-{name}")
    except asyncio.CancelledError:
        log.append(f"!{name}")
        raise


async def main():
    for at in range(1, 6):
        sem = asyncio.Semaphore(2)
        log = []
        tasks = [asyncio.create_task(use(n, sem, log, 2)) for n in "abcde"]
        for _ in range(at):
            await asyncio.sleep(0)
        tasks[2].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        print(at, " ".join(log), sem.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    sem = asyncio.Semaphore(0)
    waiting = asyncio.create_task(sem.acquire())
    await asyncio.sleep(0)
    sem.release()
    waiting.cancel()
    try:
        print("acquired", await waiting)
    except asyncio.CancelledError:
        print("cancelled, token kept:", not sem.locked())
    print(isinstance(bounded, asyncio.Semaphore), type(bounded).__name__)


asyncio.run(main())
