import asyncio
from typing import Coroutine


async def job(name: str) -> int:
    print("run", name)
    await asyncio.sleep(0)
    return len(name)


def make(name: str) -> Coroutine[None, None, int]:
    print("make", name)
    return job(name)


async def run_all(pending: list[Coroutine[None, None, int]]) -> int:
    total = 0
    while pending:
        coro = pending.pop()
        total += await coro
    return total


async def main() -> None:
    # Calling a coroutine function does not run it.
    first = make("compile")
    print("nothing has run yet")
    second = make("link")
    print("still nothing")
    print(await second)
    print(await first)

    backlog = [make(word) for word in ("alpha", "be", "c")]
    print("backlog of", len(backlog))
    print("total", await run_all(backlog))

    by_name = {"x": job("x" * 5), "y": job("y" * 6)}
    for key, coro in by_name.items():
        print(key, await coro)

    try:
        await first
    except RuntimeError as error:
        print(error)


asyncio.run(main())
