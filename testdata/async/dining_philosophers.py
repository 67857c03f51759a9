import asyncio


class Fork:
    def __init__(self, number: int) -> None:
        self.number = number
        self.lock = asyncio.Lock()


class Philosopher:
    def __init__(self, name: str, left: Fork, right: Fork) -> None:
        self.name = name
        # Always take the lower fork first: no deadlock.
        self.first, self.second = sorted((left, right), key=lambda fork: fork.number)
        self.meals = 0

    async def dine(self, meals: int, table: list[str]) -> None:
        for _ in range(meals):
            async with self.first.lock:
                table.append(f"{self.name}+{self.first.number}")
                async with self.second.lock:
                    table.append(f"{self.name}++")
                    await asyncio.sleep(0)
                    self.meals += 1
            table.append(f"{self.name}-")
            await asyncio.sleep(0)


async def main() -> None:
    names = ["Kant", "Hume", "Marx"]
    forks = [Fork(i) for i in range(len(names))]
    philosophers = [Philosopher(n, forks[i], forks[(i + 1) % len(forks)]) for i, n in enumerate(names)]
    table: list[str] = []
    await asyncio.wait_for(asyncio.gather(*(p.dine(2, table) for p in philosophers)), timeout=5)
    print({p.name: p.meals for p in philosophers})
    print(*table, sep="\n")
    print(any(f.lock.locked() for f in forks))


asyncio.run(main())
