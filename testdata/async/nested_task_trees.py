import asyncio
import time


async def leaf(path: str, delay: int) -> int:
    for _ in range(delay):
        await asyncio.sleep(0)
    if path.endswith("x"):
        raise RuntimeError(f"leaf {path}")
    return delay


async def branch(path: str, children: dict) -> int:
    total = 0
    tasks = {}
    async with asyncio.TaskGroup() as group:
        for name, child in children.items():
            full = f"{path}/{name}"
            coro = branch(full, child) if isinstance(child, dict) else leaf(full, child)
            tasks[name] = group.create_task(coro, name=full)
    for name, task in tasks.items():
        total += task.result()
    print(f"{path}: {total}")
    return total


def flatten(group: BaseExceptionGroup) -> list[str]:
    out = []
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            out.extend(flatten(error))
        else:
            out.append(str(error))
    return out


async def main() -> None:
    start = time.monotonic()
    tree = {"a": 3, "b": {"c": 1, "d": {"e": 2}}, "f": {}}
    print(await branch("root", tree))
    bad = {"ok": 1, "sub": {"x": 2, "fine": 9, "deeper": {"x": 2}}, "slow": 50}
    try:
        await branch("bad", bad)
    except* RuntimeError as group:
        print(sorted(flatten(group)))
        print([type(e).__name__ for e in group.exceptions])
    print(len(asyncio.all_tasks()), time.monotonic() - start < 5)


asyncio.run(main())
