from abc import ABC, abstractmethod
import asyncio
import math


class Shape(ABC):
    """A shape with a name."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.log: list[str] = []

    @abstractmethod
    def area(self) -> float:
        ...

    def describe(self) -> str:
        return f"{self.name} with area {self.area():.2f}"

    def note(self, text: str) -> None:
        self.log.append(text)

    def bigger(self, other: "Shape") -> bool:
        return self.area() > other.area()


class Circle(Shape):
    def __init__(self, radius: float) -> None:
        super().__init__("circle")
        self.radius = radius

    def area(self) -> float:
        return math.pi * self.radius ** 2


class Rect(Shape):
    def __init__(self, w: float, h: float) -> None:
        super().__init__("rect")
        self.w = w
        self.h = h

    def area(self) -> float:
        return self.w * self.h

    def describe(self) -> str:
        return "R:" + super().describe()


class Square(Rect):
    def __init__(self, side: float) -> None:
        super().__init__(side, side)
        self.name = "square"


class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, balance: int, amount: int) -> None:
        super().__init__(f"need {amount}, have {balance}")
        self.balance = balance
        self.amount = amount


class Frozen(BankError):
    """The account is frozen."""

    def __str__(self) -> str:
        return "frozen!"


def pay(balance: int, amount: int) -> int:
    if balance < 0:
        raise Frozen()
    if amount > balance:
        raise InsufficientFunds(balance, amount)
    return balance - amount


async def main() -> None:
    shapes = [Circle(1.5), Rect(2, 3), Square(2)]
    for s in shapes:
        print(s.describe())
        s.note("seen")
    print(shapes[0].bigger(shapes[1]), [s.log for s in shapes])
    big = max(shapes, key=lambda s: s.area())
    print(big.name, isinstance(big, Circle), isinstance(big, Rect))
    for s in shapes:
        if isinstance(s, Square):
            print("square", s.w)
        elif isinstance(s, Circle):
            print("circle", s.radius)
        match s:
            case Circle(radius=r):
                print("r", r)
            case Rect(w=w, h=h) if w == h:
                print("even", w)
            case Rect(w=w):
                print("odd", w)
    for b, a in ((10, 5), (5, 10), (-1, 0)):
        try:
            print(pay(b, a))
        except InsufficientFunds as e:
            print("short", e.amount - e.balance, e, repr(e), e.args)
        except BankError as e:
            print("bank", e, type(e).__name__)
    try:
        await asyncio.sleep(0)
        pay(1, 2)
    except ValueError:
        print("no")


asyncio.run(main())
