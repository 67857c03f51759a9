import asyncio


async def link(name: str, source: asyncio.Future, target: asyncio.Future) -> None:
    print(name, "waits")
    try:
        value = await source
    except Exception as error:
        print(name, "passes on", repr(error))
        target.set_exception(error)
    else:
        print(name, "got", value)
        target.set_result(value + 1)


async def main() -> None:
    loop = asyncio.get_running_loop()
    for outcome in (10, ValueError("broken link")):
        futures = [loop.create_future() for _ in range(5)]
        tasks = [asyncio.create_task(link(f"l{i}", futures[i], futures[i + 1])) for i in range(4)]
        steps = 0
        await asyncio.sleep(0)
        if isinstance(outcome, Exception):
            futures[0].set_exception(outcome)
        else:
            futures[0].set_result(outcome)
        while not futures[-1].done():
            steps += 1
            await asyncio.sleep(0)
        print("steps", steps, [t.done() for t in tasks])
        try:
            print("result", await futures[-1])
        except ValueError as error:
            print("error", error, error is outcome)
        await asyncio.gather(*tasks)


asyncio.run(main())
