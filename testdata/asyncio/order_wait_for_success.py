import asyncio

trace = []


async def counter(n):
    for i in range(n):
        trace.append(i)
        await asyncio.sleep(0)


async def quick(value):
    trace.append("quick")
    return value


async def slow(turns: int, value: str) -> str:
    for _ in range(turns):
        await asyncio.sleep(0)
    trace.append("slow done")
    return value


async def failing(turns: int) -> None:
    for _ in range(turns):
        await asyncio.sleep(0)
    trace.append("raises")
    raise LookupError("nothing there")


async def run(label, aw, timeout):
    c = asyncio.create_task(counter(5))
    try:
        trace.append(await asyncio.wait_for(aw, timeout))
    except Exception as error:
        trace.append(repr(error))
    trace.append("|")
    await c
    print(label, *trace)
    trace.clear()


async def main():
    await run("quick", quick("q"), 1)
    await run("slow", slow(3, "s"), 1)
    await run("none", slow(2, "n"), None)
    await run("task", asyncio.create_task(slow(1, "t")), 1)
    await run("fails", failing(2), 1)
    await run("zero pending", slow(2, "z"), 0)
    await run("zero quick", quick("zq"), 0)
    done = asyncio.create_task(quick("d"))
    await done
    await run("done", done, 0)
    await run("negative", slow(1, "neg"), -1)


asyncio.run(main())
