import asyncio


class Connection:
    def __init__(self, name: str, turns: int) -> None:
        self.name = name
        self.turns = turns

    async def __aenter__(self) -> "Connection":
        await asyncio.sleep(0)
        print(self.name, "open")
        return self

    async def __aexit__(self, exc_type, exc, tb) -> bool:
        print(self.name, "closing", exc_type.__name__ if exc_type else None)
        try:
            for _ in range(self.turns):
                await asyncio.sleep(0)
            print(self.name, "closed")
        except asyncio.CancelledError:
            print(self.name, "closing interrupted")
            raise
        return False


async def use(name: str, fail: bool) -> str:
    async with Connection(name, 3) as outer:
        async with Connection(name + "'", 3):
            if fail:
                raise ValueError("inside")
            await asyncio.sleep(0)
    return outer.name


async def main() -> None:
    for fail in (False, True):
        for turns in (1, 3, 5, 7, 9, 20):
            task = asyncio.create_task(use(f"c{turns}", fail))
            for _ in range(turns):
                await asyncio.sleep(0)
            print("cancel", task.cancel())
            try:
                print("result", await task)
            except (asyncio.CancelledError, ValueError) as error:
                print("ended by", type(error).__name__, "after", type(error.__context__).__name__)


asyncio.run(main())
