class Temperature:
    scale = "C"
    __slots__ = ("_celsius", "history")

    def __init__(self, celsius=0):
        self.history = []
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero: {:.2f}".format(value))
        self.history.append(value)
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        self.history.clear()
        self._celsius = 0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, f):
        self.celsius = (f - 32) * 5 / 9


t = Temperature(25)
print(t.celsius, t.fahrenheit)
t.fahrenheit = 212
print(t.celsius, t.history, Temperature.celsius.__doc__, Temperature.scale)
for action in ("t.x = 1", "below", "set scale", "readonly"):
    try:
        if action == "t.x = 1":
            t.x = 1
        elif action == "below":
            t.celsius = -300
        elif action == "set scale":
            t.scale = "F"
        else:
            del t.fahrenheit
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
del t.celsius
print(t.celsius, t.history, hasattr(t, "__dict__"), hasattr(t, "kelvin"))


class Lazy:
    def __init__(self, fn):
        self.fn = fn
        self.name = fn.__name__

    def __get__(self, obj, cls):
        if obj is None:
            return self
        value = obj.__dict__[self.name] = self.fn(obj)
        return value


class Data:
    def __init__(self, n):
        self.n = n

    @Lazy
    def squares(self):
        print("computing")
        return [i * i for i in range(self.n)]

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: getattr(self, name[4:])
        raise AttributeError(f"{type(self).__name__!r} has no {name!r}")

    def __setattr__(self, name, value):
        if name == "locked":
            raise AttributeError("locked!")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


d = Data(5)
print(d.squares, d.squares, d.get_n(), getattr(d, "nope", "default"))
try:
    d.zip
except AttributeError as e:
    print(e)
try:
    d.locked = 1
except AttributeError as e:
    print(e)
setattr(d, "m", 7)
print(d.m, sorted(vars(d)))
del d.m
print("m" in d.__dict__)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattribute__(self, name):
        if name == "_target":
            return object.__getattribute__(self, name)
        print("access", name)
        return getattr(object.__getattribute__(self, "_target"), name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


px = Proxy(d)
print(px.n)
px.n = 99
print(d.n)
