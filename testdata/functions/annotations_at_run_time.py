from typing import Optional, List
import functools
class K: pass
def f(a: int, b: "str" = "x", *args: float, c: List[int] = (), d: Optional[K] = None, **kw: dict[str, int]) -> int | None:
    return None
def g(a, b: bytes): pass
class A:
    def m(self, x: int) -> "A":
        return self
print(f.__annotations__["a"], f.__annotations__["b"], f.__annotations__["args"], f.__annotations__["return"], list(f.__annotations__))
print(g.__annotations__, A.m.__annotations__)

@functools.singledispatch
def show(x):
    return "obj"
@show.register
def _(x: int | float):
    return "num"
@show.register
def _(x: K):
    return "k"
@show.register(str)
@show.register(bytes)
def _(x):
    return "text"
class P:
    @functools.singledispatchmethod
    def put(self, x):
        return "?"
    @put.register
    def _(self, x: int):
        return "int"
    @put.register
    def _(self, x: list):
        return "list"
print(show(1), show(2.5), show(K()), show("a"), show(b"a"), show(None), show(True), P().put(1), P().put([]), P().put("s"))
