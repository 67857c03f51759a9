import asyncio
import functools
from functools import lru_cache, cache


def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def fibgen():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


@lru_cache(maxsize=None)
def fibc(n):
    if n < 2:
        return n
    return fibc(n - 1) + fibc(n - 2)


@cache
def fact(n):
    return n * fact(n - 1) if n else 1


memo = {}


def fibm(n):
    if n in memo:
        return memo[n]
    if n <= 1:
        return n
    memo[n] = fibm(n - 1) + fibm(n - 2)
    return memo[n]


def fibd(n, cache={}):
    if n < 2:
        return n
    if n not in cache:
        result = fibd(n - 1, cache) + fibd(n - 2, cache)
        cache[n] = result
    return cache[n]


class Fib:
    def __init__(self, limit):
        self.limit = limit
        self.a, self.b = 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        if self.a > self.limit:
            raise StopIteration
        value = self.a
        self.a, self.b = self.b, self.a + self.b
        return value


def make_fib():
    a, b = 0, 1

    def step():
        nonlocal a, b
        r = a
        a, b = b, a + b
        return r
    return step


async def afib(n):
    x, y = 0, 1
    for _ in range(n):
        await asyncio.sleep(0)
        tmp = x + y
        x = y
        y = tmp
    return x


def digits(n):
    return sum(int(d) for d in str(n))


print(fib(10), fib(100), fibc(90), fibc(120), fact(5), fact(30), fibm(100), fibd(95))
g = fibgen()
for _ in range(5):
    print(next(g), end=" ")
print()
print(list(Fib(30)), sum(Fib(10 ** 3)), [x for x in Fib(50) if x % 2 == 0])
f = make_fib()
for i in range(97):
    v = f()
print(v, f"{v:,}", "%d" % v, v % 10 ** 9, v // 7, v / 2, float(v), v == 83621143489848422977, v > 5, -v, abs(-v), hash(v) == hash(v))
print(asyncio.run(afib(94)), digits(fib(200)), len(str(fib(300))), {fib(5): 1}, (fib(3), "x"), max(fib(9), 7), fib(8) * 2.5, divmod(fib(50), 1000), pow(fib(20), 2, 97), fib(7) in [13, 14], range(fib(5)), [1, 2, 3, 4][fib(3)])
import itertools
print(list(itertools.islice(fibgen(), 10)), list(itertools.takewhile(lambda n: n < 100, fibgen())))
even = sum(n for n in itertools.takewhile(lambda n: n < 4_000_000, fibgen()) if n % 2 == 0)
print(even)
total = 0
for x in fibgen():
    if x > 50:
        break
    total += x
print(total)
gold = [b / a for a, b in zip([fib(i) for i in range(10, 13)], [fib(i) for i in range(11, 14)])]
print(gold)
cache_d = {n: fib(n) for n in range(5)}
print(cache_d, sorted(cache_d.values(), reverse=True))
