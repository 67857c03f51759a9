import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(name: str, delay: float) -> str:
    time.sleep(delay)
    if name == "bad":
        raise ValueError("bad job")
    return f"{name} done"


async def ticker(stop: asyncio.Event) -> int:
    ticks = 0
    while not stop.is_set():
        ticks += 1
        await asyncio.sleep(0.005)
    return ticks


async def main() -> None:
    stop = asyncio.Event()
    ticking = asyncio.create_task(ticker(stop))
    print(await asyncio.to_thread(blocking, "one", 0.03))
    print(await asyncio.gather(asyncio.to_thread(blocking, "two", 0.02), asyncio.to_thread(blocking, "three", delay=0.01)))
    try:
        await asyncio.to_thread(blocking, "bad", 0)
    except ValueError as error:
        print("error:", error)
    stop.set()
    print("the loop went on:", await ticking > 5)

    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        futures = [loop.run_in_executor(pool, blocking, f"job{i}", 0.001) for i in range(3)]
        print(await asyncio.gather(*futures))
    print(await loop.run_in_executor(None, blocking, "default", 0))

    results: list[str] = []

    async def from_thread(text: str) -> int:
        results.append(text)
        await asyncio.sleep(0)
        return len(results)

    def thread_main() -> None:
        future = asyncio.run_coroutine_threadsafe(from_thread("via thread"), loop)
        results.append(f"got {future.result(timeout=5)}")
        loop.call_soon_threadsafe(finished.set)

    finished = asyncio.Event()
    thread = threading.Thread(target=thread_main)
    thread.start()
    await finished.wait()
    thread.join()
    print(results, thread.is_alive())
    counter = 0
    lock = threading.Lock()

    def bump() -> None:
        nonlocal counter
        for _ in range(100):
            with lock:
                counter += 1

    await asyncio.gather(*(asyncio.to_thread(bump) for _ in range(4)))
    print(counter)


asyncio.run(main())
