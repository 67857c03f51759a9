import asyncio


class Log:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def __call__(self, text: str) -> None:
        self.lines.append(text)

    def show(self, title: str) -> None:
        print(f"{title}: {' '.join(self.lines)}")
        self.lines.clear()


log = Log()


async def ticker(n: int) -> None:
    for i in range(n):
        log(f"t{i}")
        await asyncio.sleep(0)


async def work(name: str, turns: int) -> int:
    for _ in range(turns):
        log(name)
        await asyncio.sleep(0)
    log(f"{name}!")
    return turns


async def main() -> None:
    tick = asyncio.create_task(ticker(12))
    inner = asyncio.gather(work("a", 1), work("b", 2))
    outer = asyncio.gather(inner, work("c", 0), asyncio.gather())
    log("made")
    print(await outer)
    log.show("nested")
    results = await asyncio.gather(*(work(f"s{i}", i) for i in range(3)))
    print(results, sum(results))
    log.show("star")
    await tick
    log.show("rest")
    done = asyncio.get_running_loop().create_future()
    done.set_result("already")
    tick = asyncio.create_task(ticker(3))
    print(await asyncio.gather(done, done))
    log.show("done future")
    await tick
    log.show("end")


asyncio.run(main())
