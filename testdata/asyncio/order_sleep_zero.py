import asyncio

steps = 0


async def spin(name: str, n: int) -> None:
    global steps
    for i in range(n):
        steps += 1
        print(f"{steps:02d} {name}{i}")
        await asyncio.sleep(0)


async def nested(name: str, depth: int) -> str:
    if depth == 0:
        await asyncio.sleep(0)
        return name
    return await nested(name + str(depth), depth - 1)


async def no_suspend(n: int) -> int:
    if n == 0:
        return 0
    return 1 + await no_suspend(n - 1)


async def main() -> None:
    print("no task runs before the first suspension")
    tasks = [asyncio.create_task(spin(c, 3)) for c in "xyz"]
    print(await no_suspend(50), "deep without suspending", steps)
    print(await nested("n", 4), steps)
    await asyncio.sleep(0)
    print("main again", steps)
    await tasks[2]
    print("z is done", [t.done() for t in tasks])
    late = asyncio.create_task(spin("late", 1))
    await asyncio.gather(*tasks)
    print("gathered", late.done())
    await late
    before = steps
    await asyncio.sleep(0.001)
    print(steps == before, await asyncio.sleep(0, "result"), await asyncio.sleep(0.001, result=[1]))
    await asyncio.sleep(-1)
    print("negative sleep is zero")


asyncio.run(main())
