"""Sequence and mapping patterns over everything that counts as one."""
import collections, collections.abc
def kind(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [a, *rest, b]:
            return f"{a}..{b} {len(rest)}"
        case {"k": v}:
            return f"map {v}"
        case {}:
            return "mapping"
        case _:
            return "other"
class Seq(collections.abc.Sequence):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i < 0: i += self.n
        if not 0 <= i < self.n: raise IndexError(i)
        return i * 10
class Mp(collections.abc.Mapping):
    def __getitem__(self, k): return {"k": 5}[k]
    def __iter__(self): return iter(["k"])
    def __len__(self): return 1
for x in ([], (1,), range(4), collections.deque([1, 2, 3]), Seq(0), Seq(1), Seq(5), "abc", b"ab", bytearray(b"x"), {1, 2}, {"k": 1}, collections.OrderedDict(k=2), collections.UserDict(k=3), Mp(), {}, None, 5, iter([1]), memoryview(b"ab"), collections.UserList([1, 2])):
    print(type(x).__name__, kind(x))
