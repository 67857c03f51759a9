import asyncio
from dataclasses import dataclass, field


@dataclass
class Item:
    name: str
    price: float
    stock: int = 0

    def value(self) -> float:
        return self.price * self.stock


@dataclass
class Warehouse:
    city: str
    items: dict[str, Item] = field(default_factory=dict)

    async def receive(self, name: str, price: float, count: int) -> Item:
        await asyncio.sleep(0.01)
        item = self.items.get(name)
        if item is None:
            item = Item(name, price)
            self.items[name] = item
        item.stock += count
        return item

    def total(self) -> float:
        return sum(item.value() for item in self.items.values())


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


async def main() -> None:
    house = Warehouse("Oslo")
    await house.receive("bolt", 0.25, 400)
    nut = await house.receive("nut", 0.1, 250)
    again = await house.receive("nut", 9.99, 50)
    print(nut is again, nut == Item("nut", 0.1, 300))
    print(house)
    print(f"{house.total():.2f}")

    versions = [Version(2, 1), Version(1, 9), Version(2)]
    print(sorted(versions))
    print(max(versions), Version(1) < Version(1, 1))
    print({Version(2, 1): "stable"}[Version(2, 1)])
    try:
        versions[0].minor = 5
    except AttributeError as error:
        print("frozen:", error)


asyncio.run(main())
