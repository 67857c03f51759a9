"""Two workers that take turns at the console."""
import asyncio


async def count(name: str, start: int, step: float) -> int:
    total = 0
    for i in range(start, start + 4):
        print(f"{name}: {i}")
        total += i
        await asyncio.sleep(step)
    print(f"{name}: done, total {total}")
    return total


async def main() -> None:
    # The slow one starts first, the fast one overtakes it.
    slow = asyncio.create_task(count("slow", 10, 0.05))
    fast = asyncio.create_task(count("fast", 1, 0.02))
    print("tasks created")
    print("fast gave", await fast)
    print("slow gave", await slow)

    # sleep(0) hands over to the other ready tasks, round and round.
    letters = [asyncio.create_task(count(name, 0, 0)) for name in "abc"]
    for task in letters:
        await task
    print(sum(task.result() for task in letters))


asyncio.run(main())
