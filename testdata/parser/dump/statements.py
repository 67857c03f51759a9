"""Every statement of the grammar, in several shapes."""
from __future__ import annotations
import os, sys as system
import os.path as path, a.b.c
from . import x
from .. import y as z
from ...pkg.mod import (p, q as r,)
from .... import deep
from m import *

pass; pass;
x = 1; y = 2
x = y = z = 0
x, y = y, x
(x) = 1
(x, y) = [a, b] = *c, d = e
[x, *y] = z
*x, = y
x.a = y[0] = z[1:2, ::3] = w
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x @= 1
x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 1
x.y += yield_
(x) += 1
x: int
x: int = 1
(x): int = 2
x.y: str
x[0]: str = "a"
x: tuple = 1, *y
del x
del (x), y[0], z.w
del (x, y), [z]
del x,
assert x
assert x, "message"
raise
raise X
raise X from Y
global g, h
x = *a, *b
x = yield_


def f():
    return


def g(): return 1, *x


def h(a, b: int, /, c, d: str = "d", *args: int, e, f: int = 1, **kwargs: dict) -> int:
    nonlocal_ = 1

    def inner():
        nonlocal nonlocal_
        x = yield
        y = yield 1, *z
        z = yield from x
        yield
        return (yield)
    return inner


def only_keywords(*, a, b=1): ...
def only_star(*args: *Ts): ...
def positional(a, b=1, /): pass
def trailing(a, /, b, *, c,): pass
def rest(*args, **kwargs,): pass


@decorator
@decorator.attribute(1)[0]
@(lambda f: f)
@x := y
async def coroutine(x):
    await x
    async with a as b, c:
        pass
    async for i, *j in k:
        break
    else:
        pass
    return [i async for i in x if await i]


@decorator
class C(Base, *bases, metaclass=M, **kwargs):
    """Doc."""
    x: int = 1

    def method(self): pass


class D: pass
class E(): pass
class F(A,): x = 1; y = 2


if a: b
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
if a: b
else: c
while a:
    continue
else:
    b
while (x := f()): pass
for i in j: k
for i, in j: pass
for (i, j), *k in l, *m:
    n
else:
    o
for i.j in k: pass
for i[0] in k: pass
for (i) in k: pass
with a: pass
with a as b: pass
with a as b, c as (d, e), f as [g, *h]: pass
with (a): pass
with (a) as b: pass
with (a as b): pass
with (a as b, c as d,): pass
with (a, b): pass
with (a, b) as c: pass
with (a, b), c: pass
with (a), (b): pass
with (yield_): pass
with (a := b): pass
with (a)(b): pass
with (a for b in c): pass
with a as b.c, d as e[0]: pass
with (
    open("a") as f,
    open("b")
):
    pass
try:
    a
except:
    b
try:
    a
except A:
    b
except (B, C) as d:
    e
else:
    f
finally:
    g
try: a
finally: b
try:
    a
except* A:
    b
except* B as c: d
else: e
finally: f
