import asyncio

log: list[str] = []


async def quick(name: str) -> str:
    log.append(f"{name} runs")
    return name


async def pauses(name: str) -> str:
    log.append(f"{name} begins")
    await asyncio.sleep(0)
    log.append(f"{name} ends")
    return name


async def raises() -> None:
    log.append("raises")
    raise ValueError("eager")


async def nested() -> list[str]:
    log.append("nested begins")
    inner = asyncio.create_task(pauses("inner"))
    log.append(f"inner made {inner.done()}")
    return [await inner, await quick("direct")]


async def main() -> None:
    loop = asyncio.get_running_loop()
    for factory in (None, asyncio.eager_task_factory):
        loop.set_task_factory(factory)
        log.append("create")
        a = asyncio.create_task(quick("a"))
        b = asyncio.create_task(pauses("b"), name="bee")
        c = asyncio.create_task(raises())
        log.append(f"made {a.done()} {b.done()} {c.done()} {b.get_name()}")
        log.append(f"{await a} {await b}")
        try:
            await c
        except ValueError as error:
            log.append(repr(error))
        log.append(str(await asyncio.create_task(nested())))
        log.append(str(await asyncio.gather(quick("g1"), pauses("g2"), quick("g3"))))
        async with asyncio.TaskGroup() as group:
            group.create_task(quick("t1"))
            group.create_task(pauses("t2"))
            log.append("group body")
        print(*log, sep="\n")
        print(loop.get_task_factory() is factory)
        log.clear()
    current = []

    async def who() -> None:
        current.append(asyncio.current_task())

    task = asyncio.create_task(who())
    print(current[0] is task, asyncio.current_task() is not task)


asyncio.run(main())
