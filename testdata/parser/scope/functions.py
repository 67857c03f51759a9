import os.path as p, sys.path
from a import b as c, d
x = 1


def f(a, b=x, *args, k: int = len, **kw) -> str:
    y = a
    global g
    g = y
    del z

    def inner(a):
        nonlocal y
        y = b
        h = args
        def deepest():
            return h, k, y, x, undefined
        return deepest
    try:
        pass
    except E as e:
        print(e)
    for i, (j, *l) in kw: pass
    with m as n, o as (q, r[s]): pass
    return lambda v, w=y: v + w + e


def shadow():
    x = 2
    class C:
        y = x
        def m(self):
            return x, y
    return C


def declared():
    global x
    def inner():
        return x
    x = 3


async def coroutine(t):
    async for u in t: await u
    return t


@decorator(x)
def late(d=c): return match
match x:
    case [aa, *bb]: pass
    case {"k": cc, **dd}: pass
    case C(ee, f=ff) as gg: pass
    case hh.ii | 1: pass
