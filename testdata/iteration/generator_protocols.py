import asyncio


def countdown(n):
    while n > 0:
        got = yield n
        if got is not None:
            print("got", got)
            n = got
        else:
            n -= 1
    return "lift-off"


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def chain(*iterables):
    for iterable in iterables:
        result = yield from iterable
        if result is not None:
            print("sub result", result)


def guarded():
    try:
        while True:
            try:
                x = yield "ready"
                print("received", x)
            except ValueError as e:
                print("handled", e)
                yield "recovered"
    finally:
        print("cleanup")


def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


async def main():
    gen = countdown(5)
    print(next(gen), next(gen), gen.send(10), next(gen))
    gen.close()
    print(next(gen, "closed"), list(countdown(3)))
    avg = averager()
    next(avg)
    print(avg.send(10), avg.send(20), avg.send(60))
    try:
        avg.send(None)
    except StopIteration as stop:
        print("stopped with", stop.value)
    print(list(chain("ab", countdown(2), [9])))
    g = guarded()
    print(next(g), g.send("one"), g.throw(ValueError("oops")), next(g))
    g.close()
    try:
        g = guarded()
        next(g)
        g.throw(KeyError, "out")
    except KeyError as error:
        print("escaped", error)
    print(list(flatten([1, [2, [3, [4]], 5], []])))
    stream = primes()
    print([next(stream) for _ in range(8)], next(p for p in stream if p > 50))
    squares = (n * n for n in range(10) if n % 2)
    print(next(squares), sum(squares), list(squares))
    calls = []
    lazy = (calls.append(n) or n for n in range(5))
    print(calls, next(lazy), calls, 3 in lazy, calls)
    pairs = ((x, y) for x in range(3) for y in range(x))
    print(list(pairs), max(len(w) for w in ["a", "bbb"]))
    try:
        next(iter([]))
    except StopIteration as error:
        print(repr(error))

    def broken():
        yield 1
        raise StopIteration("wrong")

    try:
        list(broken())
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    a, b, *c = (await produce(n) for n in range(2)) if False else countdown(4)
    print(a, b, c)


async def produce(n):
    return n


asyncio.run(main())
