import asyncio


class Tracked:
    def __init__(self, name):
        self.name = name
        self.cache = {}

    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)

    def __getitem__(self, key):
        return self.cache[key]

    def __delitem__(self, key):
        print("del item", key)
        del self.cache[key]


def check(value):
    assert value, "value is needed"
    assert isinstance(value, (int, str)), f"bad type {type(value).__name__}"
    return value


async def main():
    numbers = list(range(10))
    del numbers[0], numbers[-1]
    del numbers[2:4]
    print(numbers)
    del numbers[::2]
    print(numbers)
    table = {"a": 1, "b": 2, ("t", 1): 3}
    del table["a"]
    del table["t", 1]
    print(table)
    tracked = Tracked("t")
    tracked.cache.update(x=1, y=2)
    del tracked["x"]
    del tracked.name
    try:
        print(tracked.name)
    except AttributeError as error:
        print(error)
    try:
        del tracked["z"]
    except KeyError as error:
        print("KeyError", error)
    a = b = [1, 2]
    del a
    print(b)
    try:
        print(a)
    except UnboundLocalError as error:
        print(error)
    await asyncio.sleep(0)
    for value in (1, "x", 0, [], [1]):
        try:
            print(check(value))
        except AssertionError as error:
            print("AssertionError:", error)
    try:
        assert False
    except AssertionError as error:
        print(repr(error), error.args)
    try:
        del numbers[10]
    except IndexError as error:
        print(error)
    x, y = 1, 2
    del (x, y)
    try:
        y
    except NameError as error:
        print(type(error).__name__)


asyncio.run(main())
