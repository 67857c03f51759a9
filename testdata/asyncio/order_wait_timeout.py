import asyncio


async def nap(name: str, delay: float) -> str:
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main() -> None:
    short = asyncio.create_task(nap("short", 0.01))
    long = asyncio.create_task(nap("long", 10))
    done, pending = await asyncio.wait({short, long}, timeout=0.05)
    print([t.result() for t in done], len(pending), long in pending)
    done, pending = await asyncio.wait([short, long], timeout=0, return_when=asyncio.FIRST_COMPLETED)
    print(short in done, long in pending)
    done, pending = await asyncio.wait([long], timeout=0)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    done, pending = await asyncio.wait(pending)
    print([t.cancelled() for t in done])
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, future.set_result, 42)
    done, _ = await asyncio.wait([future])
    print(done.pop().result())
    try:
        await asyncio.wait([future], return_when="SOMETIMES")
    except ValueError as error:
        print(error)


asyncio.run(main())
