# classes: all the special features
class Meta(type):
    registry = []

    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry.append(name)
        cls.tag = kw.get("tag", name.lower())
        return cls

    def __call__(cls, *args, **kwargs):
        obj = super().__call__(*args, **kwargs)
        obj.created_by = cls.__name__
        return obj


class Base(metaclass=Meta):
    def __init__(self, v=0):
        self.v = v

    def __repr__(self):
        return f"{self.__class__.__name__}({self.v})"


class Child(Base, tag="kid"):
    pass


print(Meta.registry, Base.tag, Child.tag, Child(3), Child(1).created_by)


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
s.b = 2
try:
    s.c = 3
except AttributeError as e:
    print(type(e).__name__)
print(s.a + s.b, hasattr(s, "__dict__"))


class Dyn:
    def __init__(self):
        self.known = 1

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: name[4:]
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __contains__(self, x):
        return x == 42

    def __len__(self):
        return 0

    def __bool__(self):
        return True

    def __getitem__(self, key):
        return key if isinstance(key, (int, str)) else (key.start, key.stop, key.step) if isinstance(key, slice) else tuple(key)

    def __call__(self, *a, **k):
        return len(a) + len(k)

    def __enter__(self):
        return "entered"

    def __exit__(self, *a):
        return True

    def __index__(self):
        return 3

    def __eq__(self, other):
        return isinstance(other, Dyn)

    def __hash__(self):
        return 7

    def __format__(self, spec):
        return f"<{spec}>"


d = Dyn()
d.x = 5
del d.x
print(d.get_name(), d.known, 42 in d, len(d), bool(d), d[1], d["k"], d[1:2], d[1, 2], d(1, 2, z=3), [0, 1, 2, 3][d], d == Dyn(), d != 1, hash(d), f"{d:spec}", {d: 1}[Dyn()])
try:
    d.missing
except AttributeError as e:
    print(e)
with d as w:
    raise ValueError(w)


class A:
    def hi(self):
        return ["A"]


class B(A):
    def hi(self):
        return ["B"] + super().hi()


class C(A):
    def hi(self):
        return ["C"] + super().hi()


class D(B, C):
    def hi(self):
        return ["D"] + super().hi()


print(D().hi(), [c.__name__ for c in D.__mro__], isinstance(D(), C))


class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def f(self):
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, v):
        self._c = (v - 32) * 5 / 9

    c = property(lambda self: self._c, lambda self, v: setattr(self, "_c", v))


t = Temp(100)
print(t.f)
t.f = 32
print(t.c)
t.c = 10
print(t.f, Temp.f.fget(t))


class Acc:
    total = 0
    items = []

    def add(self, x):
        self.total += x
        self.items.append(x)
        return self


a, b = Acc(), Acc()
a.add(1).add(2)
b.add(5)
print(a.total, b.total, Acc.total, a.items is b.items, Acc.items, vars(a), a.__dict__)
Acc.extra = lambda self: self.total * 10
print(a.extra(), type("Quick", (Acc,), {"z": 1})().z)


class Outer:
    class Inner:
        val = 5

        def show(self):
            return Outer.Inner.val

    def make(self):
        return self.Inner()


print(Outer().make().show(), Outer.Inner.__qualname__)


class Seq:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i * i


print(list(Seq(4)), 9 in Seq(4), [*reversed(Seq(3))], sum(Seq(5)), list(iter(Seq(2))))
