x = "outer"
squares = [x * x for x in range(4)]
print(x, squares)
print([[(i, j) for j in range(i)] for i in range(3)])
print({k.upper(): v for k, v in {"a": 1, "b": 2}.items() if v > 1})
print([a + b for a, b in [(1, 2), (3, 4)]], [f for f, *_ in ["abc", "de"]])
print([y for y in (z * 2 for z in range(5)) if y % 4 == 0])
print({n % 3 for n in range(10)}, sum(1 for c in "mississippi" if c == "s"))
functions = [lambda: n for n in range(3)]
print([f() for f in functions])
n = 10
print([n for n in range(2)], n, [n + m for m in range(2)])


class Table:
    rows = 3
    data = [r * 10 for r in range(rows)]

    def column(self, factor=2):
        return [self.scale(v, factor) for v in self.data]

    @staticmethod
    def scale(v, factor):
        return v * factor


print(Table.data, Table().column(), Table().column(factor=0.5))
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(row) for row in zip(*matrix)], [v for row in matrix for v in row if v % 2])
print([(i, c) for i, c in enumerate("ab", 1)], dict((v, k) for k, v in enumerate("xyz")))
print([word for line in ["a b", "c"] for word in line.split()], [*range(3), *"ab"], {**{"a": 1}, "b": 2})
print(["even" if v % 2 == 0 else "odd" for v in range(3)], [not v for v in (0, 1)], [v is None for v in (None, 0)])
gen = (print("computing", v) or v for v in range(3))
print("lazy")
print(next(gen))
print(list(gen))
print(any(v > 1 for v in [0, 1, 2, 3]), max((len(w), w) for w in ["aa", "b"]), tuple(v for v in range(2)))
nested = {outer: {inner: outer * inner for inner in range(1, 3)} for outer in range(1, 3)}
print(nested, nested[2][2])
