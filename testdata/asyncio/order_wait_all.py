import asyncio


async def job(name: str, turns: int, fail=False):
    for _ in range(turns):
        await asyncio.sleep(0)
    print("end", name)
    if fail:
        raise RuntimeError(name)
    return name


async def counter(n):
    for i in range(n):
        print("turn", i)
        await asyncio.sleep(0)


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    tasks = [asyncio.create_task(job(f"j{i}", i, i == 1), name=f"job-{i}") for i in range(4)]
    c = asyncio.create_task(counter(6))
    done, pending = await asyncio.wait(tasks)
    print("all", names(done), names(pending))
    for task in tasks:
        print(task.get_name(), task.exception() or task.result())
    done, pending = await asyncio.wait(tasks)
    print("again", len(done), len(pending))
    await c
    tasks = {asyncio.create_task(job(f"k{i}", 2 * i, i == 2), name=f"k{i}") for i in range(4)}
    c = asyncio.create_task(counter(5))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print("first exception", names(done), names(pending))
    for task in done:
        if task.exception():
            print(task.get_name(), repr(task.exception()))
    done, pending = await asyncio.wait(pending, timeout=1)
    print("rest", names(done), names(pending))
    await c
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)
    try:
        await asyncio.wait([job("never", 0)])
    except TypeError as error:
        print(error)


asyncio.run(main())
