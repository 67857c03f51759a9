import asyncio


class Pool:
    def __init__(self, size: int) -> None:
        self.semaphore = asyncio.Semaphore(size)
        self.active = 0
        self.peak = 0
        self.finished: list[str] = []

    async def fetch(self, name: str, delay: float) -> str:
        async with self.semaphore:
            self.active += 1
            self.peak = max(self.peak, self.active)
            print(f"start {name} (active {self.active})")
            await asyncio.sleep(delay)
            self.active -= 1
            self.finished.append(name)
        return name.upper()


async def main() -> None:
    pool = Pool(2)
    delays = {"a": 0.06, "b": 0.02, "c": 0.02, "d": 0.04}
    results = await asyncio.gather(*(pool.fetch(n, d) for n, d in delays.items()))
    print(results)
    print("finished in order", pool.finished)
    print("never more than", pool.peak)


asyncio.run(main())
