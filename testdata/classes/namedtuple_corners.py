import copy
import json
from typing import Generic, List, NamedTuple, Optional, TypeVar


class P(NamedTuple):
    x: int
    y: int


class Node(NamedTuple):
    value: int
    left: Optional["Node"] = None
    right: Optional["Node"] = None

    def insert(self, v: int) -> "Node":
        if v < self.value:
            return self._replace(left=self.left.insert(v) if self.left else Node(v))
        return self._replace(right=self.right.insert(v) if self.right else Node(v))

    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.value
        if self.right:
            yield from self.right.walk()


class Stats(NamedTuple):
    count: int
    mean: float
    items: List[int]

    @classmethod
    def of(cls, xs: List[int]) -> "Stats":
        return cls(len(xs), sum(xs) / len(xs), xs)

    @property
    def spread(self) -> int:
        return max(self.items) - min(self.items)


class Q(NamedTuple):
    x: int
    y: int


def add(a: int, b: int) -> int:
    return a + b


def bounds(ps: List[P]) -> "tuple[P, P]":
    xs, ys = zip(*ps)
    return P(min(xs), min(ys)), P(max(xs), max(ys))


ps = [P(3, 1), P(1, 2), P(2, 0)]
print(add(*ps[0]), add(*P(5, 6)), bounds(ps), min(ps), max(ps, key=lambda p: p.y), sorted(ps, reverse=True))
for i, (x, y) in enumerate(ps):
    print(i, x, y, end="; ")
for i, p in enumerate(ps, 1):
    print(i, p.x, p[1], end="; ")
print()
print(ps[0] + ps[1], ps[0][:1], ps[0][::-1], ps[0] * 2, P(1, 2) == Q(1, 2), P(1, 2) == [1, 2], {P(1, 2): 1} == {(1, 2): 1}, P(1, 2) is P(1, 2))
root = Node(5)
for v in (3, 8, 1, 4, 9):
    root = root.insert(v)
print(list(root.walk()), root.left, root.right.right.value if root.right and root.right.right else None)
s = Stats.of([4, 8, 15])
print(s, s.spread, s.mean, s.count, s.items is s[2], s._asdict(), s == (3, 9.0, [4, 8, 15]))
s.items.append(16)
print(s, copy.deepcopy(s) == s, copy.deepcopy(s).items is s.items, copy.copy(s) == s)
print(json.dumps(ps), json.dumps({"s": s}), [list(p) for p in ps], isinstance(ps[0], (list, tuple)), len(ps[0]), P(1, 2) in ps, (1, 2) in ps)
print({p: p.x * p.y for p in ps}, {P(0, 0), (0, 0)}, set(ps) & {P(3, 1)}, dict(ps), dict(p for p in ps))
a, b = ps[0]
first, *rest = ps
(c, d), e = ps[1], 7
print(a, b, first, rest, c, d, e, [x + y for x, y in ps], sum(x for x, _ in ps), list(map(lambda p: p.x, ps)), any(p.x > 2 for p in ps))
grid: "dict[P, str]" = {}
grid[P(0, 1)] = "a"
grid[P(0, 1)] += "b"
print(grid, grid.get((0, 1)), P(0, 1) in grid, grid.pop(P(0, 1)), grid, grid.setdefault(P(2, 2), "z"))
try:
    P(1)
except TypeError as e2:
    print(e2)
try:
    x, y, z = ps[0]
except ValueError as e3:
    print(e3)
try:
    ps[0][5]
except IndexError as e4:
    print(e4)
print(P.__name__, P._fields, ps[0]._fields, getattr(ps[0], "x"), hash(P(1, 2)) == hash((1, 2)), str(P(1, 2)), "%s" % (P(1, 2),), "%s-%s" % P(1, 2))
acc = P(0, 0)
for p in ps:
    acc = P(acc.x + p.x, acc.y + p.y)
print(acc, acc > (6, 2), acc >= P(6, 3), tuple(acc), acc.index(3), acc.count(6), acc == acc._replace(), acc._replace(y=0))
