import functools
import time
from typing import Callable


def debug(func):
    """Print the function signature and return value"""
    @functools.wraps(func)
    def wrapper_debug(*args, **kwargs):
        args_repr = [repr(a) for a in args]
        kwargs_repr = [f"{k}={v!r}" for k, v in kwargs.items()]
        signature = ", ".join(args_repr + kwargs_repr)
        print(f"Calling {func.__name__}({signature})")
        value = func(*args, **kwargs)
        print(f"{func.__name__!r} returned {value!r}")
        return value
    return wrapper_debug


def repeat(_func=None, *, num_times=2):
    def decorator_repeat(func):
        @functools.wraps(func)
        def wrapper_repeat(*args, **kwargs):
            for _ in range(num_times):
                value = func(*args, **kwargs)
            return value
        return wrapper_repeat

    if _func is None:
        return decorator_repeat
    else:
        return decorator_repeat(_func)


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.num_calls = 0

    def __call__(self, *args, **kwargs):
        self.num_calls += 1
        print(f"Call {self.num_calls} of {self.func.__name__!r}")
        return self.func(*args, **kwargs)


def singleton(cls):
    """Make a class a Singleton class (only one instance)"""
    @functools.wraps(cls)
    def wrapper_singleton(*args, **kwargs):
        if not wrapper_singleton.instance:
            wrapper_singleton.instance = cls(*args, **kwargs)
        return wrapper_singleton.instance
    wrapper_singleton.instance = None
    return wrapper_singleton


PLUGINS = dict()


def register(func):
    PLUGINS[func.__name__] = func
    return func


@register
def say_hello(name):
    return f"Hello {name}"


@register
def be_awesome(name):
    return f"Yo {name}, together we're the awesomest!"


@debug
def make_greeting(name, age=None):
    if age is None:
        return f"Howdy {name}!"
    return f"Whoa {name}! {age} already, you're growing up!"


@repeat
def whee():
    print("Whee!")


@repeat(num_times=3)
@debug
def greet(name):
    print(f"Hi {name}")


@CountCalls
def tick():
    return "tock"


@singleton
class TheOne:
    pass


def count_calls(func):
    @functools.wraps(func)
    def wrapper(*args):
        wrapper.calls += 1
        return func(*args)
    wrapper.calls = 0
    return wrapper


@functools.lru_cache(maxsize=4)
@count_calls
def slow_square(n):
    return n * n


class Circle:
    def __init__(self, radius):
        self._radius = radius

    @property
    def radius(self):
        """Get value of radius"""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value >= 0:
            self._radius = value
        else:
            raise ValueError("radius must be non-negative")

    @functools.cached_property
    def area(self):
        print("computing")
        return 3.14 * self.radius ** 2

    @classmethod
    def unit_circle(cls):
        return cls(1)


def compose(*fs):
    return functools.reduce(lambda f, g: lambda x: f(g(x)), fs)


make_greeting("Benjamin")
make_greeting("Richard", age=112)
whee()
greet("Bo")
tick(); tick()
print(tick.num_calls, tick.__name__)
print(TheOne() is TheOne())
print([f("Ann") for f in PLUGINS.values()], list(PLUGINS))
print([slow_square(i % 3) for i in range(7)], slow_square.cache_info(), slow_square.__wrapped__.calls)
c = Circle.unit_circle()
c.radius = 3
print(c.area, c.area, Circle.radius.__doc__)
try:
    c.radius = -1
except ValueError as e:
    print(e)
print(compose(lambda x: x + 1, lambda x: x * 2, abs)(-5))
add = lambda x: lambda y: x + y
inc = functools.partial(lambda a, b: a + b, 1)
print(add(1)(2), inc(5), make_greeting.__name__, make_greeting.__wrapped__("Z"))


@functools.singledispatch
def show(arg):
    return f"object {arg!r}"


@show.register
def _(arg: int):
    return f"int {arg}"


@show.register(list)
def _(arg):
    return "list of " + ", ".join(show(a) for a in arg)


print(show(3), show("x"), show([1, "a", [2.5]]))


@functools.total_ordering
class Version:
    def __init__(self, s):
        self.parts = tuple(int(p) for p in s.split("."))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


print(Version("1.2") < Version("1.10"), Version("2.0") >= Version("1.9"), max([Version("1.2"), Version("1.10")]).parts)
