import asyncio


async def job(name: str, turns: int, fail: bool = False) -> str:
    for _ in range(turns):
        await asyncio.sleep(0)
    print("ends", name)
    if fail:
        raise ValueError(name)
    return name


async def main() -> None:
    tasks = {asyncio.create_task(job("c", 3)): "third", asyncio.create_task(job("a", 1)): "first",
             asyncio.create_task(job("b", 2, True)): "second"}
    async for task in asyncio.as_completed(tasks):
        try:
            print(tasks[task], await task)
        except ValueError as error:
            print(tasks[task], "failed", error)
    try:
        slow = asyncio.create_task(asyncio.sleep(5, "slow"))
        async for task in asyncio.as_completed([asyncio.create_task(job("fast", 0)), slow], timeout=0.02):
            print(task.result(), task is slow)
    except TimeoutError as error:
        print("timeout", repr(error), slow.done())
        slow.cancel()
    count = 0
    async for task in asyncio.as_completed([job("m", 9), job("n", 5), job("o", 0)]):
        print("first was", await task)
        count += 1
        if count == 2:
            break
    await asyncio.sleep(0.001)
    print("left the loop")


asyncio.run(main())
