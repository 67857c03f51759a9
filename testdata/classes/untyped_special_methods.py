class Money:
    def __init__(self, amount, cur="USD"):
        self.amount, self.cur = amount, cur

    def __repr__(self):
        return f"Money({self.amount}, {self.cur!r})"

    def __format__(self, spec):
        return f"{self.cur} {self.amount:{spec or '.2f'}}"

    def __int__(self):
        return int(self.amount)

    def __float__(self):
        return float(self.amount)

    def __index__(self):
        return int(self.amount)

    def __round__(self, n=0):
        return Money(round(self.amount, n), self.cur)

    def __bool__(self):
        return self.amount != 0

    def __iadd__(self, other):
        self.amount += other
        return self

    def __rsub__(self, other):
        return Money(other - self.amount)

    def __divmod__(self, n):
        return divmod(self.amount, n)

    def __pow__(self, n, mod=None):
        return ("pow", n, mod)

    def __invert__(self):
        return "inv"

    def __pos__(self):
        return "pos"

    def __lshift__(self, o):
        print("<<", o)
        return self

    def __and__(self, o):
        return "and"

    def __rand__(self, o):
        return "rand"

    def __trunc__(self):
        return 1

    def __floor__(self):
        return 2

    def __ceil__(self):
        return 3

    def __complex__(self):
        return 1j


import math
m = Money(12.5)
print(m, str(m), f"{m}", f"{m:08.3f}", format(m), "{:.1f}".format(m), [m])
print(int(m), float(m), [0] * 20 == [0] * 20, "abcdefghijklmnop"[m], round(m), round(m, 1), hex(m), bool(Money(0)))
m += 5
print(m, 100 - m, divmod(m, 5), m ** 2, pow(m, 2, 3), ~m, +m, m & 1, 1 & m, math.trunc(m), math.floor(m), math.ceil(m), complex(m))
m << "a" << "b"


class Bag:
    def __init__(self, **items):
        self.items = items

    def __getitem__(self, key):
        print("get", key)
        return self.items.get(key, key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __missing__(self, key):
        return "missing"

    def __contains__(self, key):
        return key in self.items

    def __len__(self):
        return len(self.items)

    def __dir__(self):
        return ["z", "a"]


b = Bag(x=1)
b["k"] = 1
b[1:2] = [3]
b[1, 2] = 4
b[...] = 5
del b["x"], b[::2]
print(b[1:2:3], b["x"], b[1, 2], b[...], "x" in b, "y" in b, len(b), dir(b), bool(Bag()))


class D(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


d = D(a=1)
print(d["a"], d["bb"], d, d.get("c"), isinstance(d, dict), len(d))


class L(list):
    def __getitem__(self, i):
        if isinstance(i, int):
            return super().__getitem__(i % len(self))
        return L(super().__getitem__(i))

    def sum(self):
        return sum(self)


l = L([1, 2, 3])
l.append(4)
print(l[5], l[1:], type(l[1:]).__name__, l.sum(), l + [5], type(l + [5]).__name__, len(l), l == [1, 2, 3, 4], sorted(l, reverse=True))


class S(str):
    def shout(self):
        return self.upper() + "!"


class I(int):
    def __add__(self, o):
        return I(int(self) + int(o) + 1000)

    def __repr__(self):
        return f"I({int(self)})"


print(S("abc").shout(), S("x") + "y", type(S("x") + "y").__name__, I(1) + 2, I(5) * 2, I(3) == 3, {3: "x"}[I(3)], f"{S('q'):>3}")


class Eq:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        print("eq")
        return self.v == getattr(o, "v", o)


print(Eq(1) == 1, 1 == Eq(1), Eq(1) != Eq(2), Eq(3) in [1, 3], [Eq(1)] == [1], [1, Eq(2)].index(2), (1, 2, 2).count(Eq(2)))
try:
    {Eq(1)}
except TypeError as e:
    print(e)
