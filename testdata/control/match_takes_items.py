from collections.abc import Sequence
from collections import deque
class Endless(Sequence):
    def __init__(self, n): self.n = n; self.asked = []
    def __len__(self): return self.n
    def __getitem__(self, i):
        self.asked.append(i)
        return i * 10
def what(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [a, b]:
            return f"two {a} {b}"
        case [a, *_, z] if a == -1:
            return f"ends {z}"
        case [a, *rest]:
            return f"first {a} rest {rest}"
        case _:
            return "other"
for n in range(0):
    e = Endless(n)
    print(what(e), e.asked)
print(what(deque([1, 2, 3])), what((1,)), what(range(4)), what("ab"), what(b"ab"), what({1: 2}), what(5), what([-1, 5, 6]), what(iter([1])))
def ends(x):
    match x:
        case [a, *_, z]:
            return a, z
        case [*_]:
            return "any"
e = Endless(5)
print(ends(e), e.asked, ends(Endless(0)), ends(range(1 << 40)), ends("ab"))
try:
    print(what(Endless(1)))
except ValueError as err:
    print(err)
