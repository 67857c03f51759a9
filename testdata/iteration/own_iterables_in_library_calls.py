import itertools
class LinkedList:
    def __init__(self, items=()):
        self.items = []
        for i in items:
            self.items.append(i)
    def __iter__(self):
        for i in self.items:
            yield i
    def __len__(self):
        return len(self.items)
    def total(self):
        return sum(self)
class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n
class Wrapper:
    def __init__(self, xs):
        self.xs = xs
    def __iter__(self):
        return iter(self.xs)
class Tree:
    def __init__(self, v, kids=()):
        self.v = v
        self.kids = list(kids)
    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k

ll = LinkedList([3, 1, 2])
print(list(ll), sorted(ll), sum(ll), max(ll), min(ll), tuple(ll), set(ll), ll.total())
print(list(zip(ll, Countdown(3))), list(enumerate(ll, 1)), list(map(str, ll)), list(filter(lambda x: x > 1, ll)))
print(", ".join(Wrapper(["a", "b"])), any(x > 2 for x in ll), all(ll), dict(zip("abc", ll)))
print(list(Countdown(3)), sum(Countdown(5)), 2 in list(ll), list(itertools.chain(ll, Countdown(2))), list(itertools.islice(ll, 2)))
x = []
x.extend(ll)
print(x, list(Tree(1, [Tree(2), Tree(3, [Tree(4)])])))
