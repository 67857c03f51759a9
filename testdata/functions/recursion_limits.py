import sys
def f(n):
    return f(n + 1)
try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, e)
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
d = depth(1)
print(900 < d < 1001)
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
print(fact(500) % 1000007)
try:
    fact(5000)
except RecursionError as e:
    print("deep", e)
sys.setrecursionlimit(20000)
print(sys.getrecursionlimit(), fact(5000) % 1000007)
sys.setrecursionlimit(1000)
class Node:
    def __init__(self, v, nxt=None):
        self.v = v
        self.nxt = nxt
    def total(self):
        return self.v + (self.nxt.total() if self.nxt else 0)
    def __repr__(self):
        return f"N({self.v}, {self.nxt!r})"
    def __getattr__(self, name):
        return self.missing_thing
n = None
for i in range(2000):
    n = Node(i, n)
for what in ("total", "repr", "getattr"):
    try:
        if what == "total":
            n.total()
        elif what == "repr":
            repr(n)
        else:
            n.foo
        print("no error", what)
    except RecursionError as e:
        print(what, str(e)[:32])
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
print(even(300))
try:
    even(100000)
except RecursionError:
    print("even too deep")
g = lambda n: 0 if n == 0 else 1 + g(n - 1)
print(g(100))
try:
    g(10000)
except RecursionError:
    print("lambda too deep")
def walk(n):
    if n:
        yield n
        yield from walk(n - 1)
print(sum(walk(300)))
try:
    sum(walk(3000))
except RecursionError:
    print("gen too deep")
def outer():
    def inner(k):
        return inner(k + 1)
    inner(0)
try:
    outer()
except RecursionError as e:
    print("inner", e)
import asyncio
async def a(n):
    return await a(n + 1)
try:
    asyncio.run(a(0))
except RecursionError as e:
    print("async", e)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(20))
f(1)
