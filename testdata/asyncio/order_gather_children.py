import asyncio


async def child(name: str, turns: int, fail: bool = False) -> str:
    for i in range(turns):
        print(f"{name}{i}", end=" ")
        await asyncio.sleep(0)
    if fail:
        print(f"{name}!", end=" ")
        raise ValueError(name)
    print(f"{name}.", end=" ")
    return name


async def observer(n: int) -> None:
    for i in range(n):
        print(f"<{i}>", end=" ")
        await asyncio.sleep(0)


async def main() -> None:
    watch = asyncio.create_task(observer(8))
    print(await asyncio.gather(child("a", 1), child("b", 3), child("c", 0)))
    await watch
    print()

    watch = asyncio.create_task(observer(5))
    try:
        await asyncio.gather(child("d", 2), child("e", 1, fail=True), child("f", 3))
    except ValueError as error:
        print("caught", error)
    await watch
    print()
    print(await asyncio.gather(child("g", 1, True), child("h", 0, True), child("i", 2), return_exceptions=True))
    print(await asyncio.gather(), await asyncio.gather(*[], return_exceptions=True))
    same = child("same", 1)
    print(await asyncio.gather(same, same))
    task = asyncio.create_task(child("t", 1))
    print(await asyncio.gather(task, child("u", 0), task))
    outer = asyncio.gather(child("x", 1), asyncio.gather(child("y", 2), child("z", 0)))
    print(type(outer).__name__, outer.done())
    print(await outer)
    future = asyncio.get_running_loop().create_future()
    future.set_result("ready")
    print(await asyncio.gather(future, child("v", 0)))


asyncio.run(main())
