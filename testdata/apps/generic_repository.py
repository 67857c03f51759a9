import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Generic, Optional, Protocol, TypeVar


class Entity(Protocol):
    id: int


T = TypeVar("T", bound=Entity)
K = TypeVar("K")


@dataclass
class User:
    id: int
    name: str
    email: str
    tags: list[str] = field(default_factory=list)


@dataclass(order=True)
class Product:
    price: float
    id: int = field(compare=False)
    title: str = field(compare=False, default="?")


class NotFound(LookupError):
    def __init__(self, kind: str, id: int):
        super().__init__(f"{kind} #{id} not found")
        self.id = id


class Repository(ABC, Generic[T]):
    @abstractmethod
    async def get(self, id: int) -> T: ...

    @abstractmethod
    async def add(self, item: T) -> None: ...

    @abstractmethod
    async def all(self) -> list[T]: ...

    async def find(self, id: int) -> Optional[T]:
        try:
            return await self.get(id)
        except NotFound:
            return None


class MemoryRepository(Repository[T]):
    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._items: dict[int, T] = {}
        self.reads = 0

    async def get(self, id: int) -> T:
        await asyncio.sleep(0)
        self.reads += 1
        try:
            return self._items[id]
        except KeyError:
            raise NotFound(self.kind, id) from None

    async def add(self, item: T) -> None:
        await asyncio.sleep(0)
        self._items[item.id] = item

    async def all(self) -> list[T]:
        return list(self._items.values())


class Service:
    def __init__(self, users: Repository[User], products: Repository[Product]) -> None:
        self.users = users
        self.products = products

    async def describe(self, user_id: int, product_id: int) -> str:
        user, product = await asyncio.gather(self.users.get(user_id), self.products.get(product_id))
        return f"{user.name} buys {product.title} for {product.price:.2f}"


async def main() -> None:
    users: MemoryRepository[User] = MemoryRepository("user")
    products = MemoryRepository[Product]("product")
    for i, name in enumerate(["Ann", "Bob", "Cid"], start=1):
        await users.add(User(i, name, f"{name.lower()}@example.org"))
    await asyncio.gather(*(products.add(Product(price, n, title)) for n, (title, price) in enumerate([("pen", 1.5), ("book", 12.0), ("lamp", 30.25)])))
    service = Service(users, products)
    print(await service.describe(1, 2))
    print(await users.find(9), await users.find(2))
    try:
        await service.describe(7, 0)
    except NotFound as e:
        print("error:", e, e.id)
    print(max(await products.all()))
    print([p.title for p in sorted(await products.all(), reverse=True)])
    print(users.reads, len(await users.all()))


if __name__ == "__main__":
    asyncio.run(main())
