import operator
import functools
import itertools
import math
from dataclasses import dataclass


@dataclass
class Point:
    x: int

    def norm(self):
        return abs(self.x)


def f(s, keys):
    nums = list(map(int, s.split()))
    print(sum(map(int, s.split())), len(nums))
    words = list(map(str, nums))
    print(" ".join(words), list(map(str.upper, keys)), list(map(len, keys)))
    d = dict(zip(keys, nums))
    best = max(d, key=d.get)
    a, b = map(int, s.split()[:2])
    print(best, d[best], a + b, sorted(keys, key=str.lower), sorted(keys, key=len))
    keys.sort(key=str.lower, reverse=True)
    print(keys, functools.reduce(operator.add, nums), functools.reduce(operator.mul, nums, 1), list(itertools.accumulate(nums, max)))
    pts = list(map(Point, nums))
    print(pts, max(pts, key=Point.norm), list(map(operator.neg, nums)), list(map(pow, nums, nums)), list(map(float, s.split())))
    print(list(filter(str.isalpha, keys)), any(map(str.isdigit, keys)), max(map(abs, [-3, 2])), sorted(d.items(), key=operator.itemgetter(1)))
    print(min(d.values()), sorted(d, key=d.get), sorted(d, key=d.__getitem__), list(map(math.sqrt, [4, 9])), set(map(type, [1, "a"])) == {int, str})
    first = next(map(int, ["7"]))
    print(first, tuple(map(bool, [0, 1])), list(map(tuple, ["ab", "cd"])), dict(map(str.split, ["a b", "c d"])))
    try:
        list(map(int, ["1", "x"]))
    except ValueError as e:
        print(e)
    try:
        sorted(["b", 1], key=len)
    except TypeError as e:
        print(e)


f("3 1 2", ["x", "Yy", "z"])
grid = [list(map(int, row)) for row in "123\n456".split()]
print(grid, list(zip(*grid)), [sum(r) for r in grid])
print(list(map(min, grid)), sorted(grid, key=sum, reverse=True), list(map(lambda r: r[0], grid)))
