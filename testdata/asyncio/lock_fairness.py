import asyncio


async def user(name: str, lock: asyncio.Lock, rounds: int) -> None:
    for i in range(rounds):
        print(name, "wants", i)
        async with lock:
            print(name, "has", i)
            await asyncio.sleep(0)
        print(name, "left", i)


async def main() -> None:
    lock = asyncio.Lock()
    print(lock.locked())
    await asyncio.gather(user("a", lock, 2), user("b", lock, 2), user("c", lock, 1))
    print(lock.locked())

    await lock.acquire()
    waiters = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    waiters[0].cancel()
    lock.release()
    await asyncio.sleep(0)
    print([w.done() for w in waiters], lock.locked())
    await asyncio.sleep(0)
    print([w.done() for w in waiters], waiters[0].cancelled())
    lock.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([w.done() for w in waiters], await waiters[2])
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        with lock:
            pass
    except TypeError as error:
        print(type(error).__name__)

    semaphore = asyncio.BoundedSemaphore(2)
    async with semaphore, semaphore:
        print(semaphore.locked())
        try:
            await asyncio.wait_for(semaphore.acquire(), 0.01)
        except TimeoutError:
            print("no third")
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
