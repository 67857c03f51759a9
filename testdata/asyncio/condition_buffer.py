import asyncio


class Buffer:
    def __init__(self, size: int) -> None:
        self.items: list[int] = []
        self.size = size
        self.changed = asyncio.Condition()

    async def put(self, item: int) -> None:
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            print("put", item, self.items)
            self.changed.notify_all()

    async def take(self, who: str) -> int:
        async with self.changed:
            while not self.items:
                print(who, "waits")
                await self.changed.wait()
            item = self.items.pop(0)
            print(who, "took", item)
            self.changed.notify_all()
            return item


async def consume(who: str, buffer: Buffer, n: int) -> int:
    return sum([await buffer.take(who) for _ in range(n)])


async def produce(buffer: Buffer, items: range) -> None:
    for item in items:
        await buffer.put(item)


async def main() -> None:
    buffer = Buffer(2)
    print(await asyncio.gather(consume("x", buffer, 3), consume("y", buffer, 3), produce(buffer, range(1, 7))))
    condition = asyncio.Condition()
    order: list[int] = []

    async def sleeper(n: int) -> None:
        async with condition:
            await condition.wait()
            order.append(n)

    tasks = [asyncio.create_task(sleeper(n)) for n in range(4)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(0.001)
    print(order)
    tasks[2].cancel()
    async with condition:
        condition.notify(5)
    print(await asyncio.gather(*tasks, return_exceptions=True), order)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
