import asyncio

log: list[str] = []


async def child(name: str, turns: int, fail: bool = False) -> str:
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if fail:
            raise RuntimeError(name)
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled{error.args}")
        raise


async def gathers(*names: str) -> list[str]:
    try:
        return await asyncio.gather(*(child(n, 10) for n in names))
    except asyncio.CancelledError:
        log.append("gather cancelled")
        raise
    finally:
        log.append("gathers ends")


async def main() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(gathers("a", "b"))
            group.create_task(child("boom", 3, fail=True))
            await asyncio.gather(child("body1", 9), child("body2", 9))
    except* RuntimeError as errors:
        log.append(f"caught {errors.exceptions!r}")
    print(*log, sep="\n")
    log.clear()
    async with asyncio.TaskGroup() as group:
        g = group.create_task(gathers("x", "y"))
        for _ in range(3):
            await asyncio.sleep(0)
        g.cancel("just this one")
    print(*log, g.cancelled(), sep="\n")
    log.clear()
    fut = asyncio.gather(child("m", 5), child("n", 5), return_exceptions=True)
    await asyncio.sleep(0)
    print(fut.cancel("all"), fut.cancelled(), fut.done())
    try:
        await fut
    except asyncio.CancelledError as error:
        print("gather:", error.args, fut.cancelled())
    print(log)


asyncio.run(main())
