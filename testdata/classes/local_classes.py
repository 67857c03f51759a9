"""Classes made in functions: their names, what they close over, one class for each call."""
def make(n):
    class A:
        val = n
        def get(self): return A.val, self.val
        class Inner:
            def who(self): return type(self).__qualname__
    return A
a, b = make(1), make(2)
print(a().get(), b().get(), a is b, a.__qualname__, a.Inner.__qualname__, a.Inner().who())
print(isinstance(a(), b), repr(a))
class Out:
    class In:
        class Deep: pass
        def gen(self):
            yield 1
    def meth(self):
        class Local(Exception): pass
        return Local
print(Out.In.__qualname__, Out.In.Deep, Out().meth(), Out.In().gen().__qualname__)
def rec(n):
    class Node:
        def __init__(self, v): self.v = v
        def clone(self): return Node(self.v + n)
    if n: rec(n - 1)
    return Node(n).clone().v
print(rec(3))
def errs():
    class E(ValueError):
        def __init__(self, code):
            super().__init__(f"code {code}")
            self.code = code
    class P(E): pass
    try:
        raise P(3)
    except E as e:
        print(type(e).__qualname__, e, e.code, repr(e))
    return E
errs()
import asyncio
async def main():
    class T:
        async def __aenter__(self): return self
        async def __aexit__(self, *a): print("bye")
        def __repr__(self): return "T!"
    async with T() as t: print(t)
    def g():
        yield from (x for x in range(2))
    print(str(g()).split(" at ")[0])
asyncio.run(main())
class B0:
    def run(self): return "base"
def mk(tag):
    class D(B0):
        def run(self): return tag + super().run()
    return D
x, y = mk("x"), mk("y")
print(x().run(), y().run())
class Q:
    def m(self):
        class L: pass
        print(str(L()).split(" at ")[0])
Q().m()
def f():
    from dataclasses import dataclass
    @dataclass
    class P:
        x: int
    print(P(1))
    from enum import Enum
    class C(Enum):
        A = 1
    print(C.A, repr(C.A), C)
    from typing import NamedTuple
    class N(NamedTuple):
        a: int
    print(N(1))
f()
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        d = {}
        d["zz"]
try:
    with CM():
        1/0
except KeyError as e:
    print(type(e.__context__), e)
