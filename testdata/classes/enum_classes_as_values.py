"""Enum classes as values, class-generic helpers, odd enums that stay dynamic."""
from enum import Enum, Flag, IntEnum, auto
from typing import Type, TypeVar


class Shape(Enum):
    SQUARE = 1
    CIRCLE = 2
    UNKNOWN = -1

    @classmethod
    def _missing_(cls, value):
        return cls.UNKNOWN


class Coin(Enum):
    PENNY = 1
    NICKEL = 5
    DIME = 10

    def __str__(self):
        return f"{self.name.capitalize()}({self.value}c)"


class Op(Enum):
    ADD = "+"
    SUB = "-"

    def apply(self, a, b):
        if self is Op.ADD:
            return a + b
        return a - b


class Weekday(IntEnum):
    MON = 0
    TUE = 1

    @property
    def weekend(self):
        return False


class Mixed(Enum):
    A = 1
    B = "two"
    C = (3, "x")
    D = None


class Access(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()


class Size(Enum):
    S = "small"
    L = "large"

    def __init__(self, text):
        self.text = text
        self.first = text[0]


T = TypeVar("T", bound=Enum)


def names(cls: Type[T]) -> list[str]:
    return [m.name for m in cls]


def parse(cls, text):
    return cls[text.upper()]


def by_value(cls: type[Coin], v: int) -> Coin:
    return cls(v)


def total(coins):
    return sum(c.value for c in coins)


print(Shape(2), Shape(99), [s for s in Shape])
print(names(Coin), names(Op), parse(Coin, "dime"), parse(Op, "add"), by_value(Coin, 5))
print(total([Coin.PENNY, Coin.DIME]), str(Coin.PENNY), [str(c) for c in Coin], f"{Coin.DIME}")
print(Op.ADD.apply(2, 3), Op.SUB.apply(2.5, 1), Op("+").apply("a", "b"))
print(Weekday(1), Weekday.TUE + 1, ["mo", "tu"][Weekday.TUE], range(Weekday.TUE), Weekday.TUE.weekend, Weekday.MON or "zero", not Weekday.MON)
for m in Mixed:
    print(m, m.name, m.value, repr(m))
print(Mixed(None), Mixed((3, "x")), Mixed("two") is Mixed.B)
a = Access.NONE
for x in (Access.READ, Access.WRITE):
    a |= x
print(a, a.name, Access.NONE.name, (a & Access.NONE).name, bool(a & Access.READ), list(a), Access.READ in a, a ^ Access.READ, ~a)
print([s.text + s.first for s in Size], Size("small"), Size.L.text)
values = {c.value: c for c in Coin}
print(values[5], values.get(7), Coin.PENNY in values.values(), 5 in values)
x: object = Coin.DIME
print(x == Coin.DIME, x is Coin.DIME, isinstance(x, Coin), hash(x) == hash(Coin.DIME), x in [Coin.DIME])
state: dict[str, Coin | None] = {"a": None, "b": Coin.DIME}
print(state, state["b"].value if state["b"] else 0, [k for k, v in state.items() if v is not None and v is Coin.DIME])
print(getattr(Coin, "PENNY"), hasattr(Coin, "EURO"), Coin.__doc__, Coin.DIME.__class__ is Coin, type(Coin.DIME) is Coin)
try:
    Coin.DIME.value = 3
except AttributeError as e:
    print(type(e).__name__, e)
try:
    print(Coin.PENNY < Coin.DIME)
except TypeError as e:
    print(e)
try:
    print(Access(8))
except ValueError as e:
    print(str(e).splitlines()[0])
