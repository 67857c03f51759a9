# classes and descriptors as test suites probe them
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.registry = getattr(cls, "registry", []) + [name]
        return cls
    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        obj.made_by = cls.__name__
        return obj
    def __len__(cls):
        return len(cls.registry)

class A(metaclass=Meta):
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f"{type(self).__name__}({self.v})"

class B(A):
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w

print(A(1), B(2, 3).made_by, B.registry, len(B), type(B) is Meta, isinstance(B, Meta))

class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, None)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name)

class Person:
    name = Typed(str)
    age = Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age

p = Person("Al", 3)
print(p.name, p.age, p.__dict__, type(Person.name).__name__)
try:
    p.age = "x"
except TypeError as e:
    print(e)
del p.name
print(p.name)

class LazyProperty:
    def __init__(self, f): self.f = f; self.name = f.__name__
    def __get__(self, obj, owner):
        if obj is None: return self
        v = obj.__dict__[self.name] = self.f(obj)
        return v

class Circle:
    def __init__(self, r): self.r = r
    @LazyProperty
    def area(self):
        print("computing")
        return 3 * self.r ** 2
    @property
    def d(self): return self.r * 2
    @d.setter
    def d(self, v): self.r = v / 2
    @d.deleter
    def d(self): self.r = 0
    @staticmethod
    def unit(): return Circle(1)
    @classmethod
    def of(cls, d): c = cls(0); c.d = d; return c

c = Circle(2)
print(c.area, c.area, c.d, Circle.of(10).r, Circle.unit().area)
c.d = 8; print(c.r); del c.d; print(c.r)

class Attr:
    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name}")
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2 if isinstance(value, int) else value)
    def __delattr__(self, name):
        print("deleting", name); object.__delattr__(self, name)
    def __dir__(self): return ["a", "b"]

a = Attr(); a.x = 5; print(a.x, a.dyn_foo, hasattr(a, "nope"), dir(a)); del a.x
try:
    a.x
except AttributeError as e:
    print(e)

class V:
    def __init__(self, *c): self.c = c
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __iadd__(self, o): self.c = tuple(a + b for a, b in zip(self.c, o.c)); return self
    def __mul__(self, k): return V(*(a * k for a in self.c))
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __neg__(self): return self * -1
    def __abs__(self): return (self @ self) ** 0.5
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __lt__(self, o): return abs(self) < abs(o)
    def __bool__(self): return any(self.c)
    def __iter__(self): return iter(self.c)
    def __getitem__(self, i): return self.c[i]
    def __format__(self, spec): return "<" + ", ".join(format(x, spec) for x in self.c) + ">"
    def __repr__(self): return "V" + repr(self.c)
    def __call__(self, x): return [x * a for a in self.c]
    def __int__(self): return int(abs(self))
    def __float__(self): return float(abs(self))
    def __index__(self): return 3
    def __divmod__(self, k): return V(*(a // k for a in self.c)), V(*(a % k for a in self.c))
    def __pow__(self, k, mod=None): return V(*(pow(a, k, mod) for a in self.c))
    def __round__(self, n=0): return V(*(round(a, n) for a in self.c))
    def __contains__(self, x): return x in self.c

v = V(3, 4)
print(v + V(1, 1), sum([v, v]), 2 * v, v * 2, v @ v, -v, abs(v), v == V(3, 4), v != V(3, 4), {v: 1}[V(3, 4)], v < V(9, 9))
print(bool(V(0, 0)), list(v), v[0], f"{v:.1f}", v(2), int(v), float(v), [0, 1, 2, 3, 4][v], divmod(v, 2), pow(v, 2, 5), round(V(1.25, 2.35), 1), 4 in v, hex(v))
w = v; w += V(1, 1); print(v, w is v, sorted([V(5, 5), V(1, 1), V(2, 2)]), max(V(1, 2), V(0, 1)))
try:
    v + 1
except TypeError as e:
    print(e)
try:
    1 - v
except TypeError as e:
    print(e)

class X: tag = "X"; order = ["X"]
class Y(X):
    tag = "Y"
    def who(self): return ["Y"] + (super().who() if hasattr(super(), "who") else [])
class Z(X):
    def who(self): return ["Z"]
class W(Y, Z):
    def who(self): return ["W"] + super().who()
print(W().who(), [k.__name__ for k in W.__mro__], W.tag, issubclass(W, X), W.__bases__, Y().who())
try:
    class Bad(X, Y): pass
except TypeError as e:
    print(str(e).split("\n")[0])

class Slots:
    __slots__ = ("a", "b")
s = Slots(); s.a = 1
try:
    s.c = 2
except AttributeError as e:
    print(e)
try:
    s.b
except AttributeError as e:
    print(e)

class Plugin:
    plugins = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.plugins[key or cls.__name__] = cls
class P1(Plugin, key="one"): pass
class P2(Plugin): pass
print(sorted(Plugin.plugins), Plugin.plugins["one"]().__class__.__name__)
class Single:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, *a): self.a = a
print(Single(1) is Single(2), Single._i.a)
print(type("Dyn", (A,), {"hi": lambda self: "hi"})(7).hi(), A.__subclasses__() and True)
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, e, tb): print("exit", t and t.__name__, e); return t is KeyError
with Ctx() as k1, Ctx(): raise KeyError("k")
print(object().__eq__(1), A.__name__, A.__qualname__, A.__module__, (lambda: 0).__name__)
class Temp(float):
    def __new__(cls, v, unit="C"):
        o = super().__new__(cls, v); o.unit = unit; return o
    def __str__(self): return f"{float(self):.1f}{self.unit}"
print(Temp(36.6), Temp(1) + 1, isinstance(Temp(2), float))
class Stack(list):
    def push(self, x): self.append(x)
    @property
    def top(self): return self[-1]
s = Stack([1]); s.push(2); print(s, s.top, len(s), s == [1, 2], Stack("ab") + ["c"])
class D(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
d = D(a=1); print(d["a"], d["b"], d, d.get("zz"))
