import itertools
import functools


def coroutine(fn):
    @functools.wraps(fn)
    def start(*args, **kwargs):
        gen = fn(*args, **kwargs)
        next(gen)
        return gen
    return start


@coroutine
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


def tree_walk(tree):
    if tree:
        left, value, right = tree
        yield from tree_walk(left)
        yield value
        yield from tree_walk(right)


def chunks(iterable, n):
    it = iter(iterable)
    while chunk := list(itertools.islice(it, n)):
        yield chunk


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


class Window:
    def __init__(self, data, size):
        self.data, self.size = data, size

    def __iter__(self):
        for i in range(len(self.data) - self.size + 1):
            yield tuple(self.data[i:i + self.size])


def delegator():
    result = yield from averager_raw()
    print("sub returned", result)
    return "done"


def averager_raw():
    items = []
    try:
        while True:
            x = yield len(items)
            items.append(x)
    except ValueError as e:
        print("caught", e)
        return items
    finally:
        print("cleanup")


avg = averager()
print(avg.send(10), avg.send(20), avg.send(3))
try:
    avg.send(None)
except StopIteration as e:
    print("result", e.value)
tree = (((None, 1, None), 2, None), 3, ((None, 4, None), 5, (None, 6, None)))
print(list(tree_walk(tree)), sum(tree_walk(tree)))
print(list(chunks("abcdefgh", 3)), list(chunks(range(5), 2)))
print(list(itertools.islice(primes(), 12)))
print([sum(w) / 3 for w in Window([1, 2, 3, 4, 5], 3)], max(Window([3, 1, 2], 2)))
d = delegator()
print(next(d), d.send("a"), d.send("b"))
try:
    d.throw(ValueError("stop"))
except StopIteration as e:
    print(e.value)
g = averager_raw()
next(g)
g.close()
squares = (x * x for x in range(10) if x % 2)
print(next(squares), list(squares), list(squares))
print(functools.reduce(lambda a, b: a * b, range(1, 21)), averager.__name__)
pairs = itertools.product("ab", repeat=2)
print(["".join(p) for p in pairs], dict(enumerate("xyz", start=1)))
a, *rest, z = itertools.chain([1], (2, 3), {4: 5})
print(a, rest, z)
for key, group in itertools.groupby(sorted(["apple", "bob", "cat", "alan", "bill"], key=lambda s: s[0]), key=lambda s: s[0]):
    print(key, list(group))
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1], reverse=True), *zip([1, 2], "ab"))
