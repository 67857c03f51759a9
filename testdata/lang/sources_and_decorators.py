"""What is evaluated when: the source of a generator expression, decorators, lambdas with yield."""
def f():
    x = 10; g = (i for i in range(x)); x = 5
    print(len(list(g)))
    x = 10; t = False; g = ((i,j) for i in range(x) if t for j in range(x))
    x = 5; t = True
    print(list(g) == [(i,j) for i in range(10) for j in range(5)])
    data = [1, 2, 3]
    g = (d for d in data)
    data = []
    print(list(g))
    m = {"a": 1}
    g = (k for k, v in m.items())
    m = {}
    print(list(g))
f()
y = 3
g = (i * y for i in range(y))
y = 2
print(list(g))
def h(s):
    g = (c for c in s)
    s = "zzz"
    return "".join(g)
print(h("abc"))
def gens(rows):
    out = []
    for row in rows:
        n = len(row)
        out.append(i * n for i in range(n))
        n += 1
    return [list(g) for g in out]
print(gens([[1], [1, 2]]))
def deco(tag):
    print("make", tag)
    def wrap(f):
        print("apply", tag)
        return f
    return wrap
@deco("a")
@deco("b")
def ff(): return 1
print(ff())
def k():
    @deco("c")
    @deco("d")
    class C:
        print("body")
    return C
print(k().__name__)
@deco(1)
@deco(2)
class Dd(object):
    x = [print("in body")]
    def m(self): return 3
print(Dd().m())

def lambdas():
    x = lambda: ((yield 1), (yield 2))
    print(list(x()))
    y = lambda: (yield)
    print(list(y()), type(y()).__name__)
    z = lambda n: (yield from range(n))
    print(list(z(3)))
lambdas()
() = []
[] = ()
try:
    () = 42
except TypeError as e:
    print(e)
try:
    () = [1]
except ValueError as e:
    print(e)
def nothing():
    () = []
    [] = ""
    return 1
print(nothing())
