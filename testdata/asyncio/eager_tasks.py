import asyncio

log: list[str] = []


async def work(name: str, turns: int) -> str:
    log.append(f"{name} starts")
    for _ in range(turns):
        await asyncio.sleep(0)
        log.append(f"{name} goes on")
    return name


async def failing() -> None:
    log.append("failing starts")
    raise ValueError("at once")


async def main() -> None:
    lazy = asyncio.create_task(work("lazy", 1))
    log.append("lazy created")
    loop = asyncio.get_running_loop()
    eager = asyncio.Task(work("eager", 1), loop=loop, eager_start=True)
    log.append("eager created")
    done_at_once = asyncio.Task(work("instant", 0), loop=loop, eager_start=True)
    log.append(f"instant done: {done_at_once.done()} {done_at_once.result()}")
    bad = asyncio.Task(failing(), loop=loop, eager_start=True)
    log.append(f"bad done: {bad.done()} {bad.exception()!r}")
    await asyncio.gather(lazy, eager)
    print("\n".join(log))

    log.clear()
    loop.set_task_factory(asyncio.eager_task_factory)
    tasks = [asyncio.create_task(work(f"f{i}", i)) for i in range(3)]
    log.append(f"created {[t.done() for t in tasks]}")
    print(await asyncio.gather(*tasks), log)
    log.clear()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work("g1", 0))
        log.append("between")
        tg.create_task(work("g2", 1))
    print(log)
    loop.set_task_factory(None)
    current = asyncio.current_task()
    print(current.get_name(), current in asyncio.all_tasks(), len(asyncio.all_tasks()))


asyncio.run(main())
