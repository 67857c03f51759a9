import asyncio


class Connection:
    def __init__(self, log: list[str]) -> None:
        self.log = log
        self.open = True

    async def close(self) -> None:
        self.log.append("closing")
        await asyncio.sleep(0.005)
        self.open = False
        self.log.append("closed")


async def session(log: list[str]) -> None:
    connection = Connection(log)
    try:
        log.append("working")
        await asyncio.sleep(10)
    finally:
        try:
            await asyncio.shield(asyncio.ensure_future(connection.close()))
        except asyncio.CancelledError:
            log.append(f"second cancel, open={connection.open}")
            raise


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(session(log))
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.cancel("second"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print(log)
    await asyncio.sleep(0.02)
    print(log[-1])

    async def swallow_once() -> str:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            current = asyncio.current_task()
            print("cancelling", current.cancelling())
            current.uncancel()
            print("after uncancel", current.cancelling())
        async with asyncio.timeout(0.005):
            await asyncio.sleep(10)
        return "unreachable"

    task = asyncio.create_task(swallow_once())
    await asyncio.sleep(0)
    task.cancel()
    print(repr((await asyncio.gather(task, return_exceptions=True))[0]))


asyncio.run(main())
