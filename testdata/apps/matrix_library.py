from __future__ import annotations

from typing import Callable, Iterable


class Matrix:
    def __init__(self, rows: Iterable[Iterable[float]]) -> None:
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different length")

    @classmethod
    def identity(cls, n: int) -> Matrix:
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @classmethod
    def build(cls, rows: int, cols: int, f: Callable[[int, int], float]) -> Matrix:
        return cls([[f(i, j) for j in range(cols)] for i in range(rows)])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self) -> Matrix:
        return Matrix(zip(*self.rows))

    def __getitem__(self, key: tuple[int, int]) -> float:
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key: tuple[int, int], value: float) -> None:
        i, j = key
        self.rows[i][j] = value

    def __add__(self, other: Matrix) -> Matrix:
        if self.shape != other.shape:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not match")
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __mul__(self, other: Matrix | float) -> Matrix:
        if not isinstance(other, Matrix):
            return Matrix([x * other for x in row] for row in self.rows)
        columns = list(zip(*other.rows))
        return Matrix([sum(a * b for a, b in zip(row, col)) for col in columns] for row in self.rows)

    __rmul__ = __mul__

    def __pow__(self, n: int) -> Matrix:
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result * base
            base = base * base
            n >>= 1
        return result

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self) -> str:
        widths = [max(len(str(x)) for x in col) for col in zip(*self.rows)]
        return "\n".join("[" + " ".join(str(x).rjust(w) for x, w in zip(row, widths)) + "]" for row in self.rows)

    def determinant(self) -> float:
        if len(self.rows) == 1:
            return self.rows[0][0]
        total = 0
        for j, x in enumerate(self.rows[0]):
            minor = Matrix([row[:j] + row[j + 1:] for row in self.rows[1:]])
            total += (-1) ** j * x * minor.determinant()
        return total


m = Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]])
print(m)
print(m.T)
print(m.shape, m.determinant(), m[1, 2])
print(m * Matrix.identity(3) == m, (m + m) == 2 * m)
print(Matrix([[1, 1], [1, 0]]) ** 30)
print(Matrix.build(2, 3, lambda i, j: (i + 1) / (j + 1)))
m[0, 0] = -7
print(m * 0.5)
print((Matrix([[1, 2]]) * Matrix([[3], [4]])).rows)
for action in (lambda: Matrix([[1], [2, 3]]), lambda: m + Matrix([[1]]), lambda: m[5, 0]):
    try:
        action()
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
