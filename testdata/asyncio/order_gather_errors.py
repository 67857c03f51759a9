import asyncio

events: list[str] = []


async def child(name: str, turns: int, error: Exception | None = None) -> str:
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if error is not None:
            events.append(f"{name} raises")
            raise error
        events.append(f"{name} returns")
        return name
    except asyncio.CancelledError:
        events.append(f"{name} cancelled")
        raise


async def turn(n: int) -> None:
    for i in range(n):
        events.append(str(i))
        await asyncio.sleep(0)


def show() -> None:
    print(" ".join(events))
    events.clear()


async def main() -> None:
    t = asyncio.create_task(turn(7))
    try:
        await asyncio.gather(child("a", 1), child("b", 2, ValueError("b")), child("c", 4), child("d", 3, KeyError("d")))
    except ValueError as error:
        events.append(f"main got {error!r}")
    await t
    show()

    t = asyncio.create_task(turn(7))
    results = await asyncio.gather(child("a", 1), child("b", 2, ValueError("b")), child("c", 4), return_exceptions=True)
    events.append("main")
    print(results)
    await t
    show()

    bad = asyncio.create_task(child("e", 0, OSError("e")))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t = asyncio.create_task(turn(4))
    try:
        await asyncio.gather(child("f", 1), bad)
    except OSError as error:
        events.append(f"main got {error!r}")
    await t
    show()

    victim = asyncio.create_task(child("v", 5))
    g = asyncio.gather(victim, child("w", 2), return_exceptions=True)
    await asyncio.sleep(0)
    victim.cancel("away")
    first, second = await g
    print(repr(first), second)
    show()


asyncio.run(main())
