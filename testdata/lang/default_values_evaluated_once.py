import asyncio

calls = []


def tick(label):
    calls.append(label)
    return len(calls)


def stamp(when=tick("stamp")):
    return when


class Box:
    shared = []

    def __init__(self, items=None, *, tag=tick("box")):
        self.items = [] if items is None else items
        self.tag = tag


async def collect(value, into={}, order=[]):
    await asyncio.sleep(0)
    into[value] = into.get(value, 0) + 1
    order.append(value)
    return into, len(order)


async def main():
    print(calls, stamp(), stamp(), stamp(9))
    a, b = Box(), Box()
    a.items.append(1)
    a.shared.append("both")
    print(a.items, b.items, b.shared, a.tag, b.tag, Box.shared is a.shared)
    await collect("x")
    await collect("y")
    print(await collect("x"))
    print(await collect("x", {}), await collect("z", order=[]))
    handlers = {name: (lambda n=name: n * 2) for name in ("a", "b")}
    print([h() for h in handlers.values()], calls)


asyncio.run(main())
