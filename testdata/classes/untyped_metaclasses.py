class Registry(type):
    classes = {}

    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        cls.tag = kw.get("tag", name.lower())
        mcs.classes[cls.tag] = cls
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        obj.created_by = "meta"
        return obj

    def __len__(cls):
        return len(cls.__dict__)

    def __iter__(cls):
        return iter(sorted(cls.classes))

    def __contains__(cls, x):
        return x in cls.classes

    def __repr__(cls):
        return f"<registered {cls.__name__}>"


class Base(metaclass=Registry):
    def __init__(self, x=0):
        self.x = x


class Child(Base, tag="kid"):
    pass


print(Base, Child, Child.tag, Child(3).created_by, list(Base), "kid" in Child, type(Child).__name__)


class Plugin:
    plugins = []

    def __init_subclass__(cls, /, priority=0, **kw):
        super().__init_subclass__(**kw)
        cls.priority = priority
        Plugin.plugins.append(cls)


class A(Plugin, priority=2):
    pass


class B(Plugin):
    pass


class C(A, priority=9):
    pass


print([(p.__name__, p.priority) for p in sorted(Plugin.plugins, key=lambda p: -p.priority)])


class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name
        owner.__dict__.get("fields", []).append(name)

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("deleting", self.name)
        del obj.__dict__[self.name]


class Person:
    fields = []
    name = Typed(str, "anon")
    age = Typed(int)


p = Person()
print(p.name, p.age, Person.fields)
p.name = "Ann"
p.age = 30
print(p.__dict__, vars(p))
try:
    p.age = "x"
except TypeError as e:
    print(e)
del p.age
print(p.age, type(Person.name).__name__)
Dyn = type("Dyn", (Person,), {"hello": lambda self: f"hello {self.name}", "z": 3})
d = Dyn()
print(d.hello(), Dyn.z, Dyn.__mro__[1].__name__, Dyn.__bases__, isinstance(d, Person), Dyn.__module__)


class Meta2(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return {"injected": 42}

    def __getattr__(cls, name):
        return f"{cls.__name__}.{name}?"

    def __instancecheck__(cls, obj):
        return obj == 7


class M(metaclass=Meta2):
    pass


print(M.injected, M.missing, isinstance(7, M), isinstance(8, M))
