"""Iterators that are driven by their special methods, and items that are None."""
import asyncio


def letters():
    yield "a"
    yield "b"
    return "done"


source = letters()
print(source.__next__(), source.__iter__() is source, source.__next__())
try:
    source.__next__()
except StopIteration as stop:
    print("stop", stop.value)
print(iter(range(4)).__next__(), {"k": 1}.__iter__().__next__(), [3, 4].__iter__().__next__())


def drain(items):
    iterator = items.__iter__()
    while True:
        try:
            print(iterator.__next__(), end=" ")
        except StopIteration:
            print()
            return


drain([1, 2])
drain("xyz")
drain(zip([1], "a"))


class Blanks:
    """Counts to two and gives nothing."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration


print(list(Blanks()), tuple(Blanks()))
first, second = Blanks()
print(first, second)


class Ticks:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration


async def main():
    async for tick in Ticks():
        print("tick", tick)


asyncio.run(main())
shape = (1, 2, 3, 2)
print(shape.index(2, 2), shape.index(2, -2, 9), shape.__getitem__(0), shape.__add__((5,)), shape.__contains__(3))
print((2**70).__add__(1), [1].__len__(), "ab".__contains__("b"))
