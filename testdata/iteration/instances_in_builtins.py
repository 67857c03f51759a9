class Bag:
    def __init__(self, items):
        self.items = items
    def __iter__(self):
        for x in self.items:
            yield x
    def __len__(self):
        return len(self.items)

class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i

b = Bag([3, 1, 2])
print(list(b), sum(b), max(b), sorted(b), tuple(b), set(b), min(b, key=lambda x: -x))
print(dict(zip(b, Count(9))), list(enumerate(b)), list(map(str, b)), [x for x in reversed(list(b))])
print(any(x > 2 for x in b), all(b), ",".join(str(x) for x in b), 3 in b, list(Count(4)), sum(Count(10)))
first, *rest = b
print(first, rest, [*b, *Count(2)], {*b}, print(*b))
it = iter(b)
print(next(it), next(it), list(it), next(it, "end"))
x = []
x.extend(b)
x += Count(2)
print(x, frozenset(b) == {1, 2, 3}, bool(b), repr(len(b)), list(filter(None, Count(3))))
for i, v in enumerate(Bag(["a", "b"])):
    print(i, v)
