import asyncio


class Basket:
    def __init__(self, *things):
        self.things = list(things)

    def __len__(self):
        return len(self.things)


class Flag:
    def __init__(self, on):
        self.on = on

    def __bool__(self):
        print("asked", end=" ")
        return self.on


async def name_or_default(name):
    await asyncio.sleep(0)
    return name or "anonymous"


async def main():
    for value in [0, 1, -1, 0.0, "", " ", "0", [], [0], {}, {0: 0}, set(), None, (), (None,), Basket(), Basket(1), b"", range(0)]:
        print(bool(value), end=" ")
    print()
    print(await name_or_default(""), await name_or_default("Zoe"))
    print(0 or "x", "" or [] or None, 1 and 2, 0 and 1, None and 1 / 0, 1 or 1 / 0)
    print(not "", not "a", not not 5)
    if Flag(True) and Flag(False) or Flag(True):
        print("-> yes")
    print("big" if Flag(False) else "small")
    a = [1]
    b = [1]
    c = a
    print(a == b, a is b, a is c, a is not b, None is None)
    x = 5
    print(1 < x < 10, 1 < x > 3, 10 > x >= 5 == 5, 1 < 2 < 3 > 0 != 5)
    print(1 == 1.0 == True, "1" == 1, None == 0, [] == (), {} == set())

    def noisy(n):
        print("n%d" % n, end=" ")
        return n

    print(noisy(1) < noisy(3) < noisy(2) < noisy(9))
    print(any(noisy(i) > 2 for i in range(6)), all(noisy(i) < 2 for i in range(6)))
    print(Ellipsis, ..., NotImplemented is NotImplemented, type(None))


asyncio.run(main())
