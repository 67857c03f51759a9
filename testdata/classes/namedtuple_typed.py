from __future__ import annotations

import json
from enum import Enum
from typing import Any, NamedTuple, Optional


class Point(NamedTuple):
    """A point in the plane."""

    x: int
    y: int = 0

    def dist2(self) -> int:
        return self.x * self.x + self.y * self.y

    @property
    def swapped(self) -> Point:
        return Point(self.y, self.x)

    @classmethod
    def origin(cls) -> Point:
        return cls(0, 0)

    def __str__(self) -> str:
        return f"({self.x}; {self.y})"


class Frozen(NamedTuple):
    x: int


class Employee(NamedTuple):
    name: str
    salary: float
    boss: Optional[str] = None
    tags: tuple[str, ...] = ()


class Kind(Enum):
    A = "a"
    B = "b"


class Record(NamedTuple):
    id: int
    kind: Kind
    values: list[int]


class Pair(NamedTuple):
    first: Any
    second: Any


def parse(line: str) -> Employee:
    name, salary, *rest = line.split(",")
    return Employee(name, float(salary), rest[0] if rest else None)


def describe(p: Point | Employee) -> str:
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0):
            return "on the y axis"
        case Point(x, y):
            return f"point {x} {y}"
        case Employee(name=n, boss=None):
            return f"top {n}"
        case Employee(name=n):
            return f"worker {n}"
    return "?"


def main() -> None:
    p = Point(3, 4)
    q = Point(y=1, x=2)
    print(p, repr(p), q, Point(7), p.x, p[1], p[-1], len(p), p.dist2(), p.swapped, Point.origin())
    print(p == Point(3, 4), p != q, p == (3, 4), (3, 4) == p, p is p, p < q, q < p, hash(p) == hash((3, 4)))
    x, y = p
    print(x + y, [*p], list(p), tuple(p), sum(p), max(p), 3 in p, p + (5,))
    for v in p:
        print(v, end=" ")
    print()
    print(p._replace(x=10), repr(p._replace(y=p.x)), p._asdict(), p._fields, Point._fields, p.count(3), p.index(4))
    print(repr(Point._make([5, 6])), f"{p} {p!r}", "%s and %s" % (p, q), "%d-%d" % p)
    staff = [parse("ann,3000"), parse("bob,2500.5,ann"), parse("cid,2800,ann")]
    for name, salary, boss, tags in staff:
        print(name, salary, boss, tags)
    print(sorted(staff, key=lambda e: e.salary), max(staff, key=lambda e: e.salary).name)
    print(sorted([Point(2, 1), Point(1, 5), Point(1, 2)]), [e.name for e in staff if e.boss == "ann"])
    seen: dict[Point, str] = {Point(0, 0): "zero", Point(1, 1): "one"}
    print(seen[Point(1, 1)], Point(0, 0) in seen, {Point(1, 2), Point(1, 2)}, seen)
    print(json.dumps(staff[0]), json.dumps({"p": p}), isinstance(p, tuple), isinstance(p, Point))
    r = Record(1, Kind.A, [1, 2])
    r.values.append(3)
    print(r, r.kind is Kind.A, r._asdict()["values"], r == Record(1, Kind.A, [1, 2, 3]))
    print([describe(d) for d in [Point(0, 0), Point(0, 5), p, staff[0], staff[1]]])
    maybe: Optional[Point] = None
    print(maybe)
    maybe = q
    print(maybe, maybe.x if maybe else -1)
    things: list[object] = [p, staff[0], 3]
    print(things, p in things, things[0] is p, things[0] == (3, 4))
    pair = Pair(1, "x")
    print(pair, pair.first, Pair(p, [q]), Pair(2.5, None).second)
    a, (b, c) = 1, p
    print(a, b, c, dict([Point(1, 2), Point(3, 4)]), {k: v for k, v in [p, q]})
    grid = {Point(i, j): i * j for i in range(2) for j in range(2)}
    print(grid, sum(grid.values()), Point(1, 1) in grid, grid.get(Point(9, 9)))
    try:
        Frozen(1).x = 5
    except AttributeError as e:
        print(type(e).__name__)


main()
