import asyncio


async def job(name: str, delay: float, fail: bool = False) -> str:
    await asyncio.sleep(delay)
    if fail:
        raise RuntimeError(name)
    return name


def names(tasks: set[asyncio.Task[str]]) -> list[str]:
    return sorted(task.get_name() for task in tasks)


def start() -> list[asyncio.Task[str]]:
    specs = [("a", 0.03, False), ("b", 0.01, False), ("c", 0.02, True)]
    return [asyncio.create_task(job(n, d, f), name=n) for n, d, f in specs]


async def main() -> None:
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = start()
        done, pending = await asyncio.wait(tasks, return_when=mode)
        print(mode, names(done), names(pending))
        if pending:
            done, pending = await asyncio.wait(pending)
            print("  rest", names(done), names(pending))
        print("  errors", [repr(t.exception()) for t in tasks if t.exception()])
    tasks = start()
    done, pending = await asyncio.wait(tasks, timeout=0.001)
    print("timeout", names(done), names(pending))
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait(tasks)
    print(names(done), [t.cancelled() for t in tasks])
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait([job("x", 0)])
    except TypeError as error:
        print(error)

    for next_done in asyncio.as_completed([job("slow", 0.03), job("fast", 0.01), job("bad", 0.02, True)]):
        try:
            print("completed", await next_done)
        except RuntimeError as error:
            print("failed", error)
    async for task in asyncio.as_completed([asyncio.create_task(job(n, d)) for n, d in [("p", 0.02), ("q", 0.01)]]):
        print("task", task.result())
    try:
        for next_done in asyncio.as_completed([job("never", 5)], timeout=0.01):
            await next_done
    except TimeoutError as error:
        print("as_completed timed out", error.args)


asyncio.run(main())
