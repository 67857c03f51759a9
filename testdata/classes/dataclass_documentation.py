import dataclasses
from dataclasses import dataclass, field, asdict, astuple, replace, fields, make_dataclass, InitVar, KW_ONLY
from typing import ClassVar, Any, List, Optional


@dataclass
class InventoryItem:
    """Class for keeping track of an item in inventory."""
    name: str
    unit_price: float
    quantity_on_hand: int = 0

    def total_cost(self) -> float:
        return self.unit_price * self.quantity_on_hand


@dataclass
class C:
    a: float
    b: float
    c: float = field(init=False)

    def __post_init__(self):
        self.c = self.a + self.b


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Path:
    mylist: List[Point]


@dataclass(order=True)
class PrioritizedItem:
    priority: int
    item: Any = field(compare=False)


@dataclass(frozen=True)
class Money:
    amount: int
    currency: str = "EUR"

    def __add__(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise ValueError("currency mismatch")
        return Money(self.amount + other.amount, self.currency)


@dataclass
class Base:
    x: Any = 15.0
    y: int = 0


@dataclass
class D(Base):
    z: int = 10
    x: int = 15


@dataclass
class P:
    x: float
    _: KW_ONLY
    y: float = 0.0
    z: float


@dataclass
class Shape:
    name: str
    db: InitVar[Optional[dict]] = None
    count: ClassVar[int] = 0
    sides: int = field(default=0, repr=False)

    def __post_init__(self, db):
        Shape.count += 1
        if db is not None:
            self.sides = db[self.name]


item = InventoryItem("hammers", 10.49, 12)
print(item, item.total_cost(), item == InventoryItem("hammers", 10.49, 12))
print(C(1, 2), asdict(Point(10, 20)), astuple(Path([Point(0, 0), Point(10, 4)])))
print(asdict(Path([Point(0, 0), Point(10, 4)])))
q = [PrioritizedItem(3, "c"), PrioritizedItem(1, {"k": 1}), PrioritizedItem(2, None)]
print(min(q), sorted(q)[-1].item, PrioritizedItem(1, "a") == PrioritizedItem(1, "b"))
m = Money(5) + Money(7)
print(m, hash(m) == hash(Money(12)), {Money(1): "one"}[Money(1)], replace(m, currency="USD"))
try:
    m.amount = 3
except dataclasses.FrozenInstanceError as e:
    print("frozen:", e)
try:
    Money(1) + Money(1, "USD")
except ValueError as e:
    print(e)
print(D(), D(1, 2, 3, ) if True else None, [f.name for f in fields(D)])
print(P(1.5, z=2.5))
try:
    P(1.5, 2.0, 3.0)
except TypeError as e:
    print(e)
sh = Shape("square", {"square": 4})
print(sh, sh.sides, Shape.count)
match Point(0, 5):
    case Point(x=0, y=y):
        print("on the y axis at", y)
match item:
    case InventoryItem(name, price, 0):
        print("sold out", name)
    case InventoryItem(name, price, n) if n > 10:
        print("plenty", name, price)
Coord = make_dataclass("Coord", [("lat", float), ("lon", float, field(default=0.0))])
print(Coord(1.5), dataclasses.is_dataclass(Coord), dataclasses.is_dataclass(item))
