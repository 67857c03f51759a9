import asyncio


async def job(name: str, turns: int, fail: bool = False) -> str:
    for _ in range(turns):
        await asyncio.sleep(0)
    print("ends", name)
    if fail:
        raise ValueError(name)
    return name


async def main() -> None:
    for next_one in asyncio.as_completed([job("c", 9), job("a", 0), job("b", 5, True)]):
        try:
            print("got", await next_one)
        except ValueError as error:
            print("failed", error)
        print("--")
    names = []
    for coro in asyncio.as_completed({job("x", 0), job("y", 4)}):
        names.append(await coro)
    print(sorted(names))
    waiting = list(asyncio.as_completed([job("m", 6), job("n", 1)]))
    print(len(waiting))
    print(await asyncio.gather(*waiting))
    try:
        for coro in asyncio.as_completed([job("fast", 0), asyncio.sleep(5, "slow")], timeout=0.02):
            print("got", await coro)
    except TimeoutError as error:
        print("timeout", repr(error))
    print(list(asyncio.as_completed([])))


asyncio.run(main())
