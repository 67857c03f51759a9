import asyncio

log: list[str] = []


async def worker(name: str, queue: asyncio.Queue[int]) -> None:
    while True:
        item = await queue.get()
        log.append(f"{name} takes {item}")
        for _ in range(item):
            await asyncio.sleep(0)
        queue.task_done()
        log.append(f"{name} did {item}")


async def joiner(name: str, queue: asyncio.Queue[int]) -> None:
    log.append(f"{name} joins")
    await queue.join()
    log.append(f"{name} joined")


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue()
    await queue.join()
    log.append("joining an empty queue returns at once")
    for item in (2, 0, 1):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker(n, queue)) for n in "ab"]
    joiners = [asyncio.create_task(joiner(n, queue)) for n in ("j1", "j2")]
    await asyncio.gather(*joiners)
    log.append("all joined")
    queue.put_nowait(1)
    await asyncio.wait_for(queue.join(), 1)
    for task in workers:
        task.cancel()
    print("\n".join(log))
    print(await asyncio.gather(*workers, return_exceptions=True), queue.empty())


asyncio.run(main())
