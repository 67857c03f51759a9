import asyncio

log: list[str] = []


class Stage:
    def __init__(self, name: str, enter_turns: int = 0, exit_turns: int = 0, fail: str = "", suppress: bool = False) -> None:
        self.name, self.enter_turns, self.exit_turns = name, enter_turns, exit_turns
        self.fail, self.suppress = fail, suppress

    async def __aenter__(self) -> str:
        log.append(f"+{self.name}")
        for _ in range(self.enter_turns):
            await asyncio.sleep(0)
        if self.fail == "enter":
            raise RuntimeError(f"enter {self.name}")
        log.append(f"in {self.name}")
        return self.name.upper()

    async def __aexit__(self, kind, value, tb) -> bool:
        log.append(f"-{self.name}({kind.__name__ if kind else ''})")
        for _ in range(self.exit_turns):
            await asyncio.sleep(0)
        if self.fail == "exit":
            raise RuntimeError(f"exit {self.name}")
        log.append(f"out {self.name}")
        return self.suppress


async def ticker() -> None:
    for i in range(4):
        log.append(f"t{i}")
        await asyncio.sleep(0)


async def attempt(*stages: Stage, error: Exception | None = None) -> str:
    try:
        async with stages[0] as a:
            async with stages[1] as b:
                log.append(a + b)
                if error:
                    raise error
        return "normal"
    except Exception as caught:
        return f"{caught!r} from {caught.__context__!r}"


async def show(coro) -> None:
    log.clear()
    ticking = asyncio.create_task(ticker())
    result = await coro
    await ticking
    print(result, "|", " ".join(log))


async def main() -> None:
    await show(attempt(Stage("a", 1, 1), Stage("b", 1, 1)))
    await show(attempt(Stage("a"), Stage("b"), error=KeyError("k")))
    await show(attempt(Stage("a", suppress=True), Stage("b", 0, 2), error=KeyError("k")))
    await show(attempt(Stage("a", 0, 1), Stage("b", fail="enter")))
    await show(attempt(Stage("a", suppress=True), Stage("b", fail="exit"), error=ValueError("v")))
    await show(attempt(Stage("a", fail="exit"), Stage("b", fail="exit")))

    async def returns() -> int:
        async with Stage("r", 0, 1):
            for i in range(3):
                async with Stage(f"loop{i}"):
                    if i == 0:
                        continue
                    if i == 1:
                        return i
        return -1

    await show(returns())


asyncio.run(main())
