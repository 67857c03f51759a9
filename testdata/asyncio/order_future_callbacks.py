import asyncio


async def waiter(name: str, future: asyncio.Future[str]) -> None:
    print(name, "waits")
    value = await future
    print(name, "woke with", value)
    await asyncio.sleep(0)
    print(name, "ends")


async def main() -> None:
    loop = asyncio.get_running_loop()
    future: asyncio.Future[str] = loop.create_future()
    tasks = [asyncio.create_task(waiter(f"w{i}", future)) for i in range(3)]
    print("created")
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback last", f.done()))
    removed = lambda f: print("removed callback")
    future.add_done_callback(removed)
    future.add_done_callback(removed)
    print("removed", future.remove_done_callback(removed))
    future.set_result("go")
    print("set, nobody woke yet")
    await asyncio.sleep(0)
    print("one turn later")
    await asyncio.gather(*tasks)
    future.add_done_callback(lambda f: print("added when done"))
    print("not called at once")
    await asyncio.sleep(0)
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    print(await future, future.done(), future.cancelled(), future.exception())
    failing: asyncio.Future[None] = loop.create_future()
    failing.set_exception(ValueError("bad"))
    for _ in range(2):
        try:
            await failing
        except ValueError as error:
            print("raised", error)
    cancelled: asyncio.Future[None] = loop.create_future()
    print(cancelled.cancel("enough"), cancelled.cancel(), cancelled.cancelled())
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    try:
        cancelled.result()
    except asyncio.CancelledError as error:
        print("again", error.args)
    pending = loop.create_future()
    for name in ("result", "exception"):
        try:
            getattr(pending, name)()
        except asyncio.InvalidStateError as error:
            print(name, error)


asyncio.run(main())
