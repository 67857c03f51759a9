import asyncio

log: list[str] = []


async def job(name: str, turns: int) -> str:
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append(name)
    return name


async def main() -> None:
    tasks = {asyncio.create_task(job(f"j{t}", t), name=f"j{t}") for t in (4, 1, 3)}
    round_number = 0
    while tasks:
        round_number += 1
        done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        log.append(f"round {round_number}: {sorted(t.get_name() for t in done)} left {len(tasks)}")
    print("\n".join(log))
    log.clear()
    a, b = asyncio.create_task(job("a", 0)), asyncio.create_task(job("b", 0))
    done, pending = await asyncio.wait({a, b}, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), log)
    log.clear()
    results = []
    for earliest in asyncio.as_completed([job("slow", 5), job("quick", 0), job("medium", 2)]):
        results.append(await earliest)
        log.append(f"got {results[-1]}")
    print(results, log)
    done_before = asyncio.create_task(job("x", 0))
    await done_before
    done, pending = await asyncio.wait([done_before], timeout=0)
    print(done == {done_before}, pending == set())


asyncio.run(main())
