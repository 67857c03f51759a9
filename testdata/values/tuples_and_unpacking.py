import asyncio
from typing import NamedTuple


class Point(NamedTuple):
    x: int
    y: int = 0

    def scaled(self, factor: int) -> "Point":
        return Point(self.x * factor, self.y * factor)


async def bounds(points: list[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]]:
    await asyncio.sleep(0)
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return (min(xs), min(ys)), (max(xs), max(ys))


async def main() -> None:
    (left, bottom), (right, top) = await bounds([(3, 4), (-1, 9), (5, 0)])
    print(left, bottom, right, top)
    a, b, c = 1, 2, 3
    a, b = b, a
    print(a, b, c)
    head, *tail = range(5)
    *init, end = "abc"
    one, *none, two = (1, 2)
    print(head, tail, init, end, one, none, two)
    [p, (q, *r)] = [1, (2, 3, 4)]
    print(p, q, r)
    t = (1, "two", 3.0, None)
    print(t, t[1], t[-1], t[1:3], len(t), t + (5,), (1,) * 3, (), (1,))
    print("two" in t, t.index(3.0), t.count(1), (1, 2) < (1, 3), (1, 2) == (1.0, 2.0))
    pt = Point(3)
    x, y = pt
    print(pt, pt.x, x, y, pt.scaled(4), pt == (3, 0), pt._replace(y=8), pt._asdict(), Point._fields)
    print(sorted([(2, "b"), (1, "z"), (2, "a")]), max((3, 1), (2, 99)))
    for i, (name, age) in enumerate([("Ann", 30), ("Bob", 25)]):
        print(i, name, age)
    distances = {(0, 1): 5, (1, 2): 7}
    print(distances[0, 1], sum(d for (a, b), d in distances.items() if b > 1))
    for value in [(1, 2, 3), (1,), 5]:
        try:
            u, v = value
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        first, *rest, last = [1]
    except ValueError as error:
        print(error)
    try:
        t[0] = 9
    except TypeError as error:
        print(error)


asyncio.run(main())
