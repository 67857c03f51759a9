import asyncio


class ServiceDown(Exception):
    """A service did not answer."""


async def ping(host: str, delay: float) -> str:
    await asyncio.sleep(delay)
    if host.startswith("bad"):
        raise ServiceDown(f"{host} does not answer")
    if host == "":
        raise ValueError("empty host name")
    return f"{host} is up"


async def main() -> None:
    results = await asyncio.gather(
        ping("alpha", 0.02),
        ping("bad-beta", 0.01),
        ping("", 0),
        ping("gamma", 0),
        return_exceptions=True,
    )
    for result in results:
        if isinstance(result, ServiceDown):
            print("down:", result)
        elif isinstance(result, Exception):
            print("error:", type(result).__name__, result)
        else:
            print("ok:", result)
    print(results[1:3])

    # Without return_exceptions the first failure wins, the others run on.
    task = asyncio.create_task(ping("delta", 0.03))
    try:
        await asyncio.gather(task, ping("bad-one", 0.01), ping("bad-two", 0.02))
    except ServiceDown as error:
        print("gather failed:", error)
        print("delta finished yet?", task.done())
    print(await task)


asyncio.run(main())
