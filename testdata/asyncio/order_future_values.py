import asyncio


async def waiter(name, future, log):
    try:
        log.append(f"{name} {await future}")
    except Exception as error:
        log.append(f"{name} {error!r}")
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled {error.args}")


async def main():
    loop = asyncio.get_running_loop()
    for finish in (lambda f: f.set_result(5), lambda f: f.set_exception(ValueError("v")), lambda f: f.cancel("msg"),
                   lambda f: f.set_exception(KeyError)):
        future = loop.create_future()
        log = []
        tasks = [asyncio.create_task(waiter(n, future, log)) for n in "ab"]
        future.add_done_callback(lambda f: log.append(f"cb {f.done()}"))
        await asyncio.sleep(0)
        finish(future)
        log.append("finished")
        late = asyncio.create_task(waiter("late", future, log))
        await asyncio.gather(*tasks, late)
        print(log)
    future = asyncio.Future()
    for call in (future.result, future.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    print(future.get_loop() is loop, future.cancel(), future.cancel(), future.remove_done_callback(print))
    for bad in (lambda: future.set_result(1), lambda: loop.create_future().set_exception("text"),
                lambda: loop.create_future().set_exception(3)):
        try:
            bad()
        except (asyncio.InvalidStateError, TypeError) as error:
            print(type(error).__name__, error)
    chained = loop.create_future()
    chained.add_done_callback(lambda f: other.set_result(f.result() + 1))
    other = loop.create_future()
    chained.set_result(1)
    print(other.done(), await other, await chained)


asyncio.run(main())
