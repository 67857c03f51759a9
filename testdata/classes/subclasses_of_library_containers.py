"""Subclasses of deque, OrderedDict, Counter, UserDict, UserList, UserString and property."""
import collections
class P(property):
    """sub"""
    def describe(self): return "P"
class UP:
    @P
    def v(self): return 42
    @v.setter
    def v(self, x): print("set", x)
print(UP().v, type(UP.__dict__["v"]).__name__, UP.__dict__["v"].describe())
UP().v = 3
class DQ(collections.deque):
    def __init__(self, items=(), tag=None):
        super().__init__(items, 3)
        self.tag = tag
q = DQ([1, 2, 3, 4], tag="x")
print(q, q.tag, q.maxlen, len(q), list(q), repr(q))
class DQ2(collections.deque): pass
print(DQ2([1, 2]), DQ2("abc", maxlen=2), DQ2())
class OD(collections.OrderedDict):
    def last(self): return next(reversed(self))
o = OD(a=1, b=2); o["c"] = 3; o.move_to_end("a"); print(o.last(), o)
class Ctr(collections.Counter):
    def total2(self): return sum(self.values())
c = Ctr("aabbc"); print(c.total2(), c.most_common(1), c)
class UD(collections.UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(str(k), v)
u = UD({1: 2}, self=5, x=3); u[4] = 4; print(u, sorted(u), u.data)
print(UD.fromkeys([1, 2], 0))
ul = collections.UserList([1, 2]); print(2 * ul, ul * 2, ul + [3], [0] + ul)
class Name(collections.UserString):
    def shout(self): return self.upper() + "!"
n = Name("ada")
print(n, repr(n), n.shout(), type(n.shout()).__name__, n + "x", "x" + n, n == "ada", n[0], len(n), "d" in n, hash(n) == hash("ada"))
class Stack(collections.UserList):
    @property
    def top(self): return self[-1]
s = Stack([1, 2]); s += [3]; s *= 2; s.append(9)
print(s, s.top, s[1:3], type(s[1:3]).__name__, s < [2], 9 in s)
class Reg(collections.defaultdict):
    def __init__(self): super().__init__(list)
r = Reg(); r["a"].append(1); print(r, dict(r))
