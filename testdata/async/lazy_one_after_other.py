import asyncio
import time


async def f(n: int) -> int:
    print("start", n)
    await asyncio.sleep(0.05)
    print("end", n)
    return n * n


async def sequential() -> int:
    a = f(1)
    b = f(2)
    return await a + await b


async def concurrent() -> int:
    a = asyncio.create_task(f(3))
    b = asyncio.create_task(f(4))
    return await a + await b


async def timed(label: str, which: int) -> None:
    began = time.perf_counter()
    if which == 1:
        result = await sequential()
    else:
        result = await concurrent()
    took = time.perf_counter() - began
    print(label, result, "slow" if took > 0.09 else "quick")


async def main() -> None:
    await timed("one after the other:", 1)
    await timed("at the same time:", 2)


asyncio.run(main())
