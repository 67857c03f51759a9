from collections import Counter, OrderedDict, defaultdict, ChainMap


c = Counter("abracadabra")
d = Counter(a=1, b=5)
c.subtract(d)
print(c)
c.update(d)
c.update(d)
print(c, Counter(c) == c)
e = Counter("aab")
e.update(Counter("xyz"))
print(e, e.total())
plain = {"a": 1}
plain.update(d)
print(plain, dict(d), dict(Counter("hello")))
dd = defaultdict(int)
for w in "the cat the dog the end".split():
    dd[w] += 1
print(dict(dd), Counter(dd).most_common(1))
od = OrderedDict(dd)
print(od, list(od.items())[-1])
plain.update(dd)
print(plain)
dd.update(od)
dd.update(plain)
print(dict(dd))
print({**d, **dd, "z": 1})
print(sorted(d | e), Counter(a=1) + Counter(b=2))
#print(ChainMap(od, d)["cat"])
m = {"q": 1} | od
print(m, type(m).__name__)
