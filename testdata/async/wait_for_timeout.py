import asyncio


async def download(name: str, seconds: float) -> str:
    try:
        await asyncio.sleep(seconds)
        return f"<{name}>"
    except asyncio.CancelledError:
        print(f"download of {name} is cancelled")
        raise
    finally:
        print(f"connection for {name} is closed")


async def with_retries(name: str, delays: list[float]) -> str | None:
    for attempt, delay in enumerate(delays, 1):
        try:
            body = await asyncio.wait_for(download(name, delay), timeout=0.05)
        except asyncio.TimeoutError:
            print(f"attempt {attempt}: timeout")
            continue
        print(f"attempt {attempt}: {body}")
        return body
    return None


async def main() -> None:
    page = await with_retries("index", [1.0, 0.5, 0.01])
    print(page)
    page = await with_retries("robots", [2, 3])
    print(page or "nothing")
    print(await asyncio.wait_for(download("fast", 0), None))
    try:
        await asyncio.wait_for(download("never", 5), timeout=0)
    except TimeoutError as error:
        print("no time at all", repr(error))


asyncio.run(main())
