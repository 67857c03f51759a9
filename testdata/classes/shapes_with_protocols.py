# shapes with Protocol, ABC, NamedTuple, mixins
from __future__ import annotations
from abc import ABC, abstractmethod
from math import pi, sqrt, isclose
from typing import NamedTuple, Protocol, Iterable, runtime_checkable


class Point(NamedTuple):
    x: float
    y: float = 0.0

    def dist(self, other: Point) -> float:
        return sqrt((self.x - other.x) ** 2 + (self.y - other.y) ** 2)


@runtime_checkable
class HasArea(Protocol):
    def area(self) -> float: ...


class Describe:
    def describe(self) -> str:
        return f"{type(self).__name__} with area {self.area():.2f}"


class Shape(ABC):
    def __init__(self, name: str):
        self.name = name

    @property
    @abstractmethod
    def perimeter(self) -> float: ...

    def __lt__(self, other: Shape) -> bool:
        return self.perimeter < other.perimeter


class Circle(Describe, Shape):
    def __init__(self, r: float):
        super().__init__("circle")
        self.r = r

    def area(self) -> float:
        return pi * self.r ** 2

    @property
    def perimeter(self) -> float:
        return 2 * pi * self.r


class Rect(Describe, Shape):
    def __init__(self, w: float, h: float):
        super().__init__("rect")
        self.w, self.h = w, h

    def area(self) -> float:
        return self.w * self.h

    @property
    def perimeter(self) -> float:
        return 2 * (self.w + self.h)


class Square(Rect):
    def __init__(self, side: float):
        super().__init__(side, side)
        self.name = "square"


def total_area(items: Iterable[HasArea]) -> float:
    return sum(i.area() for i in items)


p, q = Point(3, 4), Point(0)
print(p, q, p.dist(q), p._replace(y=1), p == (3, 4), p[0], [*p])
x, y = p
print(x, y, Point._fields, p._asdict())
shapes = [Circle(1), Rect(2, 3), Square(2)]
for s in sorted(shapes):
    print(s.name, s.describe(), round(s.perimeter, 3), isinstance(s, HasArea))
print(f"{total_area(shapes):.3f}", isclose(total_area(shapes), 13.14159265))
try:
    Shape("x")
except TypeError as e:
    print(e)
