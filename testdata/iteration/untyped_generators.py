def averager():
    total, n, avg = 0, 0, None
    while True:
        try:
            value = yield avg
        except ValueError as e:
            print("caught", e)
            value = 0
        except GeneratorExit:
            print("closing after", n)
            raise
        if value is None:
            break
        total += value
        n += 1
        avg = total / n
    return (n, avg)


g = averager()
print(next(g), g.send(10), g.send(20), g.throw(ValueError("boo")), g.send(30))
try:
    g.send(None)
except StopIteration as stop:
    print("result", stop.value)
g = averager()
next(g)
g.send(1)
g.close()


def delegate(results):
    while True:
        r = yield from averager()
        results.append(r)


results = []
d = delegate(results)
next(d)
for x in [1, 2, 3, None, 10, None]:
    d.send(x)
print(results)


def countdown(n):
    while n:
        yield n
        n -= 1
    return "done"


def chain(*its):
    for it in its:
        got = yield from it
        print("got", got)


print(list(chain(countdown(3), "ab", range(2))))


def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x:
            yield from flatten(y)
    else:
        yield x


print(list(flatten([1, [2, (3, [4, [5]]), 6], []])))
squares = (x * x for x in range(10) if x % 2)
print(next(squares), next(squares), sum(squares), next(squares, "empty"))


def primes():
    sieve = {}
    n = 2
    while True:
        p = sieve.pop(n, None)
        if p is None:
            yield n
            sieve[n * n] = n
        else:
            m = n + p
            while m in sieve:
                m += p
            sieve[m] = p
        n += 1


from itertools import islice, takewhile
print(list(islice(primes(), 12)), list(takewhile(lambda p: p < 30, primes())))
e = countdown(2)
print(iter(e) is e, type(e).__name__, e.gi_frame is not None)


def bad():
    yield 1
    raise StopIteration("inner")


try:
    for v in bad():
        print(v)
except RuntimeError as err:
    print(err, repr(err.__cause__))
