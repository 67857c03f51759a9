import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    # the timer and the result become due in the same iteration
    for order in ("timeout first", "result first"):
        future = loop.create_future()
        when = loop.time() + 0.01
        log = []
        if order == "result first":
            loop.call_at(when, future.set_result, "value")
        try:
            async with asyncio.timeout_at(when) as scope:
                if order == "timeout first":
                    loop.call_at(when, lambda: future.done() or future.set_result("value"))
                log.append(await future)
        except TimeoutError:
            log.append("timeout")
        print(order, log, scope.expired(), future.cancelled())

    async def outer() -> None:
        try:
            async with asyncio.timeout(0.01):
                try:
                    await asyncio.sleep(10)
                except asyncio.CancelledError:
                    print("timed out, cleaning", asyncio.current_task().cancelling())
                    asyncio.current_task().cancel("user too")
                    await asyncio.sleep(0)
        except TimeoutError:
            print("timeout error")
        except asyncio.CancelledError as error:
            print("cancelled wins", error.args)
            raise

    task = asyncio.create_task(outer())
    print([repr(x) for x in await asyncio.gather(task, return_exceptions=True)], task.cancelling())

    async def swallow_timeout() -> str:
        async with asyncio.timeout(0.01) as scope:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                pass
            await asyncio.sleep(0)
            return f"went on, expired {scope.expired()}"

    try:
        print(await swallow_timeout())
    except TimeoutError as error:
        print("still", repr(error))


asyncio.run(main())
