# generator and iterator corners, as test suites probe them
def gen():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("cleanup")
    return "result"

g = gen()
print(next(g))
print(g.send("a"))
print(g.throw(ValueError("boom")))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(next(g, "default"))

def delegating():
    r = yield from gen()
    print("inner returned", r)
    yield from [10, 20]
    yield from "ab"
    return (yield)

d = delegating()
out = [next(d)]
out.append(d.send(5))
out.append(d.send(6))
print(out)
try:
    print(list(d))
except Exception as e:
    print(type(e), e)

def infinite(start=0, step=1):
    n = start
    while True:
        reset = yield n
        if reset is not None:
            n = reset
        else:
            n += step

i = infinite(5, 2)
print(next(i), next(i), i.send(100), next(i))
i.close()
print(list(i))

def closer():
    try:
        yield 1
    except GeneratorExit:
        print("exiting")
        raise

c = closer()
next(c)
c.close()
c.close()

def bad_closer():
    try:
        yield 1
    except GeneratorExit:
        yield 2

b = bad_closer()
next(b)
try:
    b.close()
except RuntimeError as e:
    print(e)

def raises_stop():
    yield 1
    raise StopIteration("oops")

try:
    list(raises_stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))

def reenter():
    try:
        next(me)
    except ValueError as e:
        yield str(e)

me = reenter()
print(next(me))
try:
    gen().send("x")
except TypeError as e:
    print(e)

# exceptions in nested generators unwind in order
log = []
def level(n):
    try:
        if n:
            yield from level(n - 1)
        else:
            yield "deep"
    finally:
        log.append(n)

lv = level(3)
print(next(lv))
lv.close()
print(log)

# expressions
lst = [1, 2, 3]
it = (x * y for x in lst for y in range(x) if (x + y) % 2)
print(list(it), list(it))
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs])
funcs = [lambda i=i: i for i in range(3)]
print([f() for f in funcs])
print([[j for j in range(i)] for i in range(3)], {i: {j for j in range(i)} for i in range(3)})
x = 10
print([x for x in range(3)], x)
print(sum((yield_ for yield_ in range(4)), start=100))
print(*(a + b for a, b in zip("abc", "def")), sep="|")
print(max((len(w), w) for w in "the quick brown fox".split()))

class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        n = self.n
        while n > 0:
            yield n
            n -= 1
    def __reversed__(self):
        yield from range(1, self.n + 1)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return list(self)[i]
        return list(self)[i]
    def __len__(self): return self.n
    def __contains__(self, v): return 0 < v <= self.n

cd = Countdown(4)
print(list(cd), list(reversed(cd)), cd[0], cd[-1], cd[1:3], len(cd), 3 in cd, 9 in cd, bool(Countdown(0)))
a, *b, c = cd
print(a, b, c, sorted(cd), tuple(map(str, cd)), dict(enumerate(cd, 1)))

class OldStyle:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * i
print(list(OldStyle()), 4 in OldStyle(), [*OldStyle()], max(OldStyle()))
it = iter([1, 2, 3].pop, 1)
print(list(it))
z = zip([1, 2], "ab", strict=True)
print(dict((b, a) for a, b in z))
try:
    list(zip([1, 2, 3], "ab", strict=True))
except ValueError as e:
    print(e)
m = map(lambda a, b: a * b, [1, 2, 3], [4, 5])
print(next(m), list(m), list(filter(None, [0, 1, "", "a", None, [], [0]])))
print(type(m).__name__, type(z).__name__, type(iter([])).__name__, type(iter({})).__name__, type((n for n in ())).__name__)
