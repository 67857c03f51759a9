"""The grammar of Python 3.4, as gpython reads it."""
import os, sys as system
import a.b.c as d
from . import x
from ..pkg import y as z, w
from m import (p, q as r,)
from n import *

pass; pass
x = 1; y = 2
x = y = z = 0
x, y = y, x
(x, y), [z, w] = a
*x, y = z
[x, *y] = z
x.a = y[0] = z
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1
x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 1
del x
del x.y, z[0]
del (x, y)
assert x
assert x, "message"
raise
raise X
raise X from Y
global g, h


@decorator
@decorator.attribute(1, k=2)
def f(a, b: int, c=1, *args, d, e=2, **kwargs) -> int:
    nonlocal n
    x = yield
    y = yield 1, 2
    yield from z
    return


def g(*, a, b=1): return a, b
def h(*args: int, **kwargs: str): return


class C(Base, metaclass=M):
    """Doc."""
    x = 1

    def method(self):
        return lambda: self


class D: pass
class E(): pass


if a:
    b
elif c:
    d
else:
    e
while a:
    if b: break
    continue
else:
    c
for i in j:
    k
for i, (j, *k) in l:
    m
else:
    n
with a: pass
with a as b, c as (d, e):
    pass
try:
    a
except A:
    b
except (B, C) as d:
    e
except:
    f
else:
    g
finally:
    h
try: a
finally: b
