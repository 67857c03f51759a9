"""A coroutine awaited directly: the cost of `await f(x)`."""


async def double(x: int) -> int:
    return x + x


async def total(n: int) -> int:
    """Await double n times."""
    last = 0
    for i in range(n):
        last = await double(i)
    return last
