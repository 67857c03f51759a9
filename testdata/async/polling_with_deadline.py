import asyncio


class Server:
    """Becomes ready after some polls."""

    def __init__(self, ready_after: int) -> None:
        self.polls = 0
        self.ready_after = ready_after

    async def status(self) -> str:
        self.polls += 1
        await asyncio.sleep(0.001)
        if self.polls == 2:
            raise ConnectionRefusedError("not listening yet")
        return "ready" if self.polls >= self.ready_after else "starting"


async def wait_until_ready(server: Server, *, attempts: int = 10, interval: float = 0.001) -> int:
    last: Exception | None = None
    for attempt in range(1, attempts + 1):
        try:
            status = await server.status()
        except OSError as error:
            last = error
            status = "down"
        print(f"attempt {attempt}: {status}")
        if status == "ready":
            return attempt
        await asyncio.sleep(interval)
    raise TimeoutError(f"not ready after {attempts} attempts") from last


async def first_ready(servers: dict[str, Server]) -> str:
    tasks = {asyncio.create_task(wait_until_ready(s, attempts=50)): name for name, s in servers.items()}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    assert len(done) == 1
    return tasks[done.pop()]


async def main() -> None:
    print(await wait_until_ready(Server(3)))
    try:
        await wait_until_ready(Server(100), attempts=3)
    except TimeoutError as error:
        print(error, "|", repr(error.__cause__))
    try:
        async with asyncio.timeout(0.05):
            while True:
                await asyncio.sleep(0.001)
    except TimeoutError as error:
        print("deadline", error.args)
    print(await first_ready({"far": Server(1000)} | {"near": Server(1)}))


asyncio.run(main())
