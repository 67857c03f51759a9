import asyncio


async def runner(name: str, gate: asyncio.Event, finish: list[str]) -> None:
    print(name, "is on the line")
    await gate.wait()
    for lap in range(2):
        print(name, "lap", lap + 1)
        await asyncio.sleep(0)
    finish.append(name)


async def starter(gate: asyncio.Event) -> None:
    for word in ("ready", "steady", "go"):
        print(word)
        await asyncio.sleep(0.005)
    gate.set()


async def main() -> None:
    gate = asyncio.Event()
    finish: list[str] = []
    async with asyncio.TaskGroup() as group:
        for name in ["Usain", "Florence", "Carl"]:
            group.create_task(runner(name, gate, finish))
        group.create_task(starter(gate))
    print(finish, gate.is_set())
    gate.clear()
    try:
        async with asyncio.timeout(0.01):
            await runner("Late", gate, finish)
    except TimeoutError:
        print("nobody opened the gate")
    print(len(finish))


asyncio.run(main())
