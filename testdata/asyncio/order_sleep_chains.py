"""Tasks of different depth that only give way to each other."""
import asyncio

steps = []


async def leaf(name, n):
    for i in range(n):
        steps.append(f"{name}{i}")
        await asyncio.sleep(0)
    return name


async def branch(name, n):
    first = await leaf(name + "a", n)
    second = await leaf(name + "b", n)
    return first + second


async def nothing(name):
    steps.append(name)


async def main():
    tasks = [asyncio.create_task(branch("x", 2)), asyncio.create_task(leaf("y", 3)), asyncio.create_task(nothing("z"))]
    steps.append("made")
    await nothing("direct")
    steps.append("before yield")
    await asyncio.sleep(0)
    steps.append("after one")
    await asyncio.sleep(0)
    steps.append("after two")
    for task in tasks:
        steps.append(f"got {await task}")
    print(*steps)
    steps.clear()
    late = asyncio.create_task(leaf("l", 2))
    await asyncio.sleep(-1)
    steps.append("negative")
    print(await asyncio.sleep(0, "value"), await late)
    print(*steps)


asyncio.run(main())
