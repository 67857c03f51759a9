import asyncio


async def in_finally(log: list[str]) -> None:
    try:
        log.append("work")
        await asyncio.sleep(10)
    finally:
        log.append("cleanup 1")
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append("cancelled again in finally")
            raise
        finally:
            log.append("cleanup 2")


class Resource:
    def __init__(self, log: list[str]) -> None:
        self.log = log

    async def __aenter__(self) -> "Resource":
        self.log.append("enter")
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, value, traceback) -> None:
        self.log.append(f"exit with {kind.__name__ if kind else None}")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        self.log.append("exit complete")


async def use(log: list[str]) -> None:
    async with Resource(log):
        await asyncio.sleep(0)
        log.append("body done")


async def refuses(log: list[str]) -> str:
    for _ in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append("ignored")
    return "finished by itself"


async def turns(n: int) -> None:
    for _ in range(n):
        await asyncio.sleep(0)


async def main() -> None:
    log: list[str] = []
    task = asyncio.create_task(in_finally(log))
    await turns(1)
    task.cancel()
    await turns(1)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), log)

    for when in range(6):
        log = []
        task = asyncio.create_task(use(log))
        await turns(when)
        accepted = task.cancel(f"at {when}")
        result = await asyncio.gather(task, return_exceptions=True)
        print(when, accepted, result, log)

    log = []
    task = asyncio.create_task(refuses(log))
    for _ in range(5):
        await turns(2)
        print(task.cancel(), task.cancelling(), task.done())
    print(task.result(), log)

    async def translates() -> None:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("translated") from None

    task = asyncio.create_task(translates())
    await turns(1)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), task.cancelled())

    async def self_cancel() -> str:
        asyncio.current_task().cancel("by myself")
        print("still running until the next await")
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError as error:
            print("got it", error.args, asyncio.current_task().uncancel())
        await asyncio.sleep(0)
        return "recovered"

    print(await asyncio.create_task(self_cancel()))


asyncio.run(main())
