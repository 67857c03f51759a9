import asyncio

seen = []


def handler(loop, context):
    exc = context.get("exception")
    seen.append((context["message"].split(" at ")[0], repr(exc), sorted(k for k in context if k not in ("message", "exception"))))


async def fails(name):
    await asyncio.sleep(0)
    raise LookupError(name)


def bad_callback(n):
    raise ValueError(n)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(bad_callback, 1)
    loop.call_later(0.001, bad_callback, 2)
    await asyncio.sleep(0.01)
    print(seen)
    seen.clear()
    future = loop.create_future()
    future.add_done_callback(lambda f: seen.append("first"))
    future.add_done_callback(lambda f: [].pop())
    future.add_done_callback(lambda f: seen.append("third"))
    future.set_result(None)
    await asyncio.sleep(0)
    print(seen)
    seen.clear()
    task = asyncio.create_task(fails("retrieved"))
    await asyncio.wait([task])
    print(repr(task.exception()), seen)
    loop.call_exception_handler({"message": "by hand", "exception": OSError("disk"), "extra": 1})
    print(seen)
    seen.clear()
    results = await asyncio.gather(fails("a"), fails("b"), return_exceptions=True)
    print(results, seen)

    def broken(loop, context):
        raise RuntimeError("handler broken")

    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
