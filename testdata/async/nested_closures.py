import asyncio
from collections.abc import Awaitable, Callable


def make_counter(start: int = 0) -> Callable[[], int]:
    count = start

    def step() -> int:
        nonlocal count
        count += 1
        return count

    return step


async def poll(check: Callable[[], Awaitable[bool]], limit: int) -> int:
    tries = 0
    while tries < limit:
        tries += 1
        if await check():
            break
    else:
        return -1
    return tries


async def main() -> None:
    counter = make_counter(10)
    counter()
    print(counter(), counter(), make_counter()())

    seen: list[str] = []

    async def visit(name: str, delay: float) -> None:
        await asyncio.sleep(delay)
        seen.append(name)
        print(name, "is number", counter() - 13)

    await asyncio.gather(visit("c", 0.03), visit("a", 0.01), visit("b", 0.02))
    print(seen)

    remaining = 3

    async def ready() -> bool:
        nonlocal remaining
        remaining -= 1
        await asyncio.sleep(0)
        return remaining == 0

    print("ready after", await poll(ready, 10))
    print("and then", await poll(ready, 2))

    # Each function sees the variable, not the value it had.
    shouts = []
    for word in ["one", "two", "three"]:
        shouts.append(lambda: word.upper())
    print([shout() for shout in shouts])
    fixed = [lambda word=word: word.upper() for word in ["one", "two"]]
    print([shout() for shout in fixed])


asyncio.run(main())
