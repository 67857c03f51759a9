import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence, Set, Sized


class Polynomial(Sequence):
    def __init__(self, *coefficients):
        self.c = coefficients

    def __getitem__(self, i):
        return self.c[i]

    def __len__(self):
        return len(self.c)


class Bag(MutableMapping):
    def __init__(self, **start):
        self.store = dict(start)

    def __getitem__(self, key):
        return self.store[key]

    def __setitem__(self, key, value):
        if value < 0:
            raise ValueError("negative count")
        self.store[key] = value

    def __delitem__(self, key):
        del self.store[key]

    def __iter__(self):
        return iter(sorted(self.store))

    def __len__(self):
        return len(self.store)


class Evens(Set):
    def __init__(self, limit):
        self.limit = limit

    def __contains__(self, x):
        return isinstance(x, int) and x % 2 == 0 and 0 <= x < self.limit

    def __iter__(self):
        return iter(range(0, self.limit, 2))

    def __len__(self):
        return (self.limit + 1) // 2

    @classmethod
    def _from_iterable(cls, it):
        return set(it)


class Shape(ABC):
    registry = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Shape.registry[cls.__name__] = cls

    @classmethod
    @abstractmethod
    def parse(cls, text): ...

    @abstractmethod
    def area(self): ...


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @classmethod
    def parse(cls, text):
        return cls(float(text))

    def area(self):
        return self.side ** 2


async def main():
    p = Polynomial(1, 2, 3, 2)
    print(len(p), list(p), 3 in p, p.index(2), p.count(2), list(reversed(p)), p[-1], p[1:3])
    bag = Bag(b=2, a=1)
    bag["c"] = 3
    bag.update(d=4)
    print(list(bag), bag.get("x", 0), bag.pop("a"), "b" in bag, dict(bag), bag.setdefault("e", 9), list(bag.items()), bag == {"b": 2, "c": 3, "d": 4, "e": 9})
    try:
        bag["b"] = -1
    except ValueError as error:
        print(error)
    bag.clear()
    print(len(bag), bool(bag))
    evens = Evens(10)
    print(4 in evens, 5 in evens, evens & {1, 2, 3, 4}, evens | {1}, evens <= set(range(10)), len(evens), evens.isdisjoint({1, 3}))
    await asyncio.sleep(0)
    print(Shape.registry["Square"].parse("1.5").area())
    checks = [(p, Sequence), ([], Sequence), ("s", Sequence), (bag, Mapping), ({}, Mapping), (evens, Set), (iter([]), Iterator), (3, Iterable), ((), Hashable), ([], Hashable), (len, Callable), (p, Sized), ([], MutableSequence), ((), MutableSequence)]
    print([isinstance(value, kind) for value, kind in checks])
    try:
        Shape()
    except TypeError as error:
        print(error)


asyncio.run(main())
