import asyncio
import concurrent.futures
import threading


async def compute(n: int) -> int:
    await asyncio.sleep(0.001)
    if n < 0:
        raise ValueError("negative")
    return n * n


def worker(loop: asyncio.AbstractEventLoop, results: list) -> str:
    for n in (3, -1, 5):
        future = asyncio.run_coroutine_threadsafe(compute(n), loop)
        try:
            results.append(future.result(timeout=5))
        except ValueError as error:
            results.append(repr(error))
    slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(10), loop)
    try:
        slow.result(0.01)
    except TimeoutError:
        results.append(f"timeout, cancelled {slow.cancel()}")
    return threading.current_thread().name.split("_")[0]


async def main() -> None:
    loop = asyncio.get_running_loop()
    results: list = []
    print(await asyncio.to_thread(worker, loop, results))
    print(results)
    event = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(event.set))
    thread.start()
    await event.wait()
    thread.join()
    print("event set", thread.is_alive())
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        values = await asyncio.gather(*(loop.run_in_executor(pool, pow, n, 2) for n in range(4)))
        print(values)
        try:
            await loop.run_in_executor(pool, int, "not a number")
        except ValueError as error:
            print(error)
        wrapped = asyncio.wrap_future(pool.submit(sorted, [3, 1, 2]))
        print(await wrapped)
    try:
        await asyncio.to_thread(lambda: 1 // 0)
    except ZeroDivisionError as error:
        print(error)


asyncio.run(main())
