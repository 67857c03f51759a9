import asyncio


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        return iter(range(1, self.start + 1))


class CountdownIterator:
    def __init__(self, current):
        self.current = current

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


class OldStyle:
    def __getitem__(self, index):
        if index >= 4:
            raise IndexError
        return index * 11


class LinkedList:
    class Node:
        def __init__(self, value, rest=None):
            self.value = value
            self.rest = rest

    def __init__(self, *values):
        self.head = None
        for value in reversed(values):
            self.head = LinkedList.Node(value, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.rest

    def __len__(self):
        return sum(1 for _ in self)


class Ticker:
    def __init__(self, limit):
        self.n = 0
        self.limit = limit

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n >= self.limit:
            raise StopAsyncIteration
        self.n += 1
        await asyncio.sleep(0)
        return self.n


class Delay:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value * 2


async def main():
    print(list(Countdown(3)), [a + b for a in Countdown(2) for b in Countdown(2)], list(reversed(Countdown(3))))
    print(sum(Countdown(4)), max(Countdown(4)), 2 in Countdown(3), sorted(Countdown(3)), tuple(OldStyle()))
    it = iter(Countdown(2))
    print(next(it), next(it), next(it, "end"))
    items = LinkedList("a", "b", "c")
    print("-".join(items), len(items), list(enumerate(items, 1)), dict(zip(items, range(3))))
    first, *others = items
    print(first, others, [*items, *items][::2])
    async for n in Ticker(3):
        print("tick", n)
    print([n async for n in Ticker(5) if n % 2], await anext(Ticker(1)))
    print(await Delay(21), await asyncio.gather(Delay("x"), Delay([1])))
    print(list(zip([1, 2, 3], "ab")), list(zip()), [list(z) for z in zip(*[(1, 2), (3, 4)])])
    try:
        list(zip([1, 2], [1], strict=True))
    except ValueError as error:
        print(error)
    print(list(iter(iter([3, 2, 0, 1]).__next__, 0)), list(reversed("abc")), list(range(5, 0, -2)))
    print(min([3, 1], default=0), max([], default="none"), min("b", "a", key=ord), sum([0.5] * 3, 10))
    try:
        min([])
    except ValueError as error:
        print(error)
    try:
        for x in 5:
            pass
    except TypeError as error:
        print(error)
    print(all([]), any([]), list(map(pow, [2, 3], [3, 2])), [i for i, c in enumerate("hello") if c == "l"])


asyncio.run(main())
