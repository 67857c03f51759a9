import asyncio


async def fails(n: int) -> None:
    await asyncio.sleep(0)
    raise ValueError(f"job {n}")


def handler(loop: asyncio.AbstractEventLoop, context: dict) -> None:
    print("handler:", context["message"].split(" at ")[0], repr(context.get("exception")))


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)

    def bad_callback() -> None:
        raise KeyError("in callback")

    loop.call_soon(bad_callback)
    await asyncio.sleep(0)
    task = asyncio.create_task(fails(1))
    await asyncio.wait([task])
    print("exception is looked at:", repr(task.exception()))
    loop.call_exception_handler({"message": "called by hand"})
    task = asyncio.create_task(fails(2))
    task.add_done_callback(lambda t: 1 / 0)
    try:
        await task
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0)
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)


asyncio.run(main())
