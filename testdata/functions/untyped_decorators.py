import functools


def trace(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        shown = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        print(f"-> {fn.__name__}({shown})")
        result = fn(*args, **kwargs)
        print(f"<- {fn.__name__} = {result!r}")
        return result
    return wrapper


def repeat(times=2, *, sep="|"):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*a, **k):
            return sep.join(str(fn(*a, **k)) for _ in range(times))
        return wrapper
    return deco


@trace
def power(base, exp=2):
    "Raise base to exp."
    return base ** exp


@repeat(3, sep="-")
def hello(name="world"):
    return f"hi {name}"


print(power(3), power(2, exp=-1), power.__doc__, power.__wrapped__(5))
print(hello(), hello("bob"), hello.__name__)


class CountCalls:
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn = fn
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.fn(*args)

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return functools.partial(self, obj)


@CountCalls
def add(a, b):
    return a + b


class Thing:
    def __init__(self, v):
        self.v = v

    @CountCalls
    def plus(self, n):
        return self.v + n

    @staticmethod
    @trace
    def helper(x):
        return x * 10

    @classmethod
    def make(cls, *a):
        return cls(sum(a))


print(add(1, 2), add("a", "b"), add.calls, add.__name__)
t = Thing.make(1, 2, 3)
print(t.plus(4), t.plus(5), Thing.plus.calls, Thing.helper(2))

registry = {}


def register(name=None):
    def deco(obj):
        registry[name or obj.__name__] = obj
        return obj
    return deco


@register()
def one():
    return 1


@register("deux")
def two():
    return 2


@register()
class Three:
    def __new__(cls):
        return 3


print({k: f() for k, f in sorted(registry.items())})


def singleton(cls):
    instances = {}

    @functools.wraps(cls, updated=())
    def get(*a, **k):
        if cls not in instances:
            instances[cls] = cls(*a, **k)
        return instances[cls]
    return get


@singleton
class Config:
    def __init__(self, v):
        self.v = v


print(Config(1) is Config(2), Config(3).v)
