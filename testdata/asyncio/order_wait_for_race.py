import asyncio

log: list[str] = []


async def job(turns: int, value: str) -> str:
    try:
        for i in range(turns):
            log.append(f"{value}{i}")
            await asyncio.sleep(0)
        return value
    except asyncio.CancelledError:
        log.append(f"{value} cancelled")
        raise


async def slow_cleanup() -> str:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("cleanup begins")
        await asyncio.sleep(0.01)
        log.append("cleanup ends")
        raise
    return "never"


async def swallow() -> str:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("swallowed")
    return "result after all"


async def fails_on_cancel() -> None:
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("cleanup failed")


async def main() -> None:
    print(await asyncio.wait_for(job(3, "a"), 1), log)
    log.clear()
    done = asyncio.create_task(job(0, "done before"))
    await done
    print(await asyncio.wait_for(done, 0), log)
    try:
        await asyncio.wait_for(job(1, "b"), 0)
    except TimeoutError as error:
        print("zero timeout", repr(error), repr(error.__cause__), log)
    log.clear()
    try:
        await asyncio.wait_for(slow_cleanup(), 0.01)
    except TimeoutError:
        log.append("timeout seen")
    print(log)
    log.clear()
    print(await asyncio.wait_for(swallow(), 0.01), log)
    try:
        await asyncio.wait_for(fails_on_cancel(), 0.01)
    except KeyError as error:
        print("cleanup error wins", error)
    log.clear()
    task = asyncio.create_task(asyncio.wait_for(job(5, "c"), 1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("outer")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args, log)
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0.01)
    except TimeoutError:
        print("future", future.cancelled())
    task = asyncio.create_task(job(2, "d"))
    print(await asyncio.wait_for(asyncio.shield(task), None), task.done())
    try:
        await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(10), 10), 0.01)
    except TimeoutError:
        print("nested timeout")


asyncio.run(main())
