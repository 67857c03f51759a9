class Lazy:
    """Answers for attributes that were never set."""

    def __init__(self, **known):
        self.__dict__.update(known)
        self.misses = []

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"no private {name}")
        self.misses.append(name)
        return f"<{name}>"


class Guarded:
    allowed = {"x", "y"}

    def __setattr__(self, name, value):
        if name not in self.allowed:
            raise AttributeError(f"cannot set {name!r}")
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)


class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        print("descriptor", name, "in", owner.__name__)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, 0)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive, not {value}")
        instance.__dict__[self.name] = value


class Order:
    amount = Positive()
    price = Positive()

    def __init__(self, amount, price):
        self.amount = amount
        self.price = price

    @property
    def total(self):
        return self.amount * self.price


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, code=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[code or cls.__name__.lower()] = cls


class Csv(Plugin):
    pass


class Spreadsheet(Plugin, code="xls"):
    pass


class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        return self.cells.get(key, ".")

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, key):
        return key in self.cells

    def __call__(self, size):
        return "/".join("".join(self[row, col] for col in range(size)) for row in range(size))


lazy = Lazy(a=1)
print(lazy.a, lazy.b, lazy.c, lazy.misses, hasattr(lazy, "_x"), getattr(lazy, "_y", "fallback"))
guarded = Guarded()
guarded.x = 1
del guarded.x
try:
    guarded.z = 3
except AttributeError as error:
    print(error)
try:
    del guarded.y
except AttributeError as error:
    print(type(error).__name__)
order = Order(3, 2.5)
print(order.total, order.__dict__)
try:
    order.amount = -1
except ValueError as error:
    print(error)
print(type(Order.amount).__name__, sorted(Plugin.registry), Plugin.registry["xls"].__name__)
grid = Grid()
grid[0, 1] = "x"
grid[2, 2] = "o"
grid["label"] = "note"
del grid["label"]
print(grid(3), (0, 1) in grid, "label" in grid, grid[9, 9])
