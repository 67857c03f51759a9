from __future__ import annotations

import asyncio
import math
from functools import total_ordering


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: Vector) -> Vector:
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Vector) -> Vector:
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __matmul__(self, other: Vector) -> float:
        return self.x * other.x + self.y * other.y

    def __neg__(self) -> Vector:
        return Vector(-self.x, -self.y)

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)

    def __bool__(self) -> bool:
        return bool(self.x or self.y)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self) -> int:
        return hash((self.x, self.y))

    def __iter__(self):
        yield self.x
        yield self.y

    def __getitem__(self, index: int) -> float:
        return (self.x, self.y)[index]

    def __len__(self) -> int:
        return 2

    def __iadd__(self, other: Vector) -> Vector:
        self.x += other.x
        self.y += other.y
        return self

    def __repr__(self) -> str:
        return f"Vector({self.x}, {self.y})"


@total_ordering
class Temperature:
    def __init__(self, degrees: float) -> None:
        self.degrees = degrees

    def __eq__(self, other):
        return self.degrees == other.degrees

    def __lt__(self, other):
        return self.degrees < other.degrees

    def __radd__(self, other):
        return self.degrees + other

    def __float__(self):
        return float(self.degrees)

    def __int__(self):
        return int(self.degrees)

    def __index__(self):
        return int(self.degrees)

    def __round__(self, n=0):
        return round(self.degrees, n)


async def main() -> None:
    a, b = Vector(1, 2), Vector(3, -4)
    print(a + b, a - b, a * 3, 2 * b, a @ b, -a, abs(b))
    print(a == Vector(1.0, 2.0), a != b, {a: "first"}[Vector(1, 2)], bool(Vector(0, 0)))
    x, y = b
    print(x, y, a[0], a[-1], len(a), list(a), 3 in b, sum(a))
    c = a
    c += b
    print(a, c is a)
    b *= 2
    print(b)
    for wrong in (lambda: a + 1, lambda: "v" + a, lambda: a < b, lambda: a @ 2):
        try:
            wrong()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    try:
        a.z = 1
    except AttributeError as error:
        print(error)
    await asyncio.sleep(0)
    warm, cold = Temperature(21.5), Temperature(-3)
    print(warm > cold, warm <= cold, max(cold, warm).degrees, sorted([warm, cold])[0].degrees)
    print(sum([warm, cold]), float(warm), int(warm), round(warm), [10, 20, 30][Temperature(1)], hex(Temperature(255)))


asyncio.run(main())
