import asyncio


class OutOfStock(Exception):
    def __init__(self, item: str, wanted: int, available: int) -> None:
        super().__init__(item, wanted, available)
        self.item = item
        self.wanted = wanted
        self.available = available

    def __str__(self) -> str:
        return f"{self.item}: wanted {self.wanted}, only {self.available} left"


stock = {"apple": 5, "pear": 1}


async def take(item: str, count: int) -> int:
    await asyncio.sleep(0)
    available = stock[item]
    if count > available:
        raise OutOfStock(item, count, available)
    stock[item] -= count
    return stock[item]


async def main() -> None:
    print(await take("apple", 2))
    try:
        await take("plum", 1)
    except KeyError as error:
        print("no such fruit:", error)
    try:
        await take("pear", 2)
    finally:
        print("stock:", stock)


asyncio.run(main())
