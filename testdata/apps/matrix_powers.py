from __future__ import annotations

from typing import Callable, Iterable


class Matrix:
    def __init__(self, rows: Iterable[Iterable[float]]):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged matrix")

    @classmethod
    def identity(cls, n: int) -> Matrix:
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __add__(self, other: Matrix) -> Matrix:
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k: float) -> Matrix:
        return Matrix([[a * k for a in r] for r in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        cols = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n: int) -> Matrix:
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    def __neg__(self) -> Matrix:
        return self * -1

    def map(self, fn: Callable[[float], float]) -> Matrix:
        return Matrix([[fn(a) for a in r] for r in self.rows])

    def transpose(self) -> Matrix:
        return Matrix(zip(*self.rows))

    def det(self) -> float:
        n = self.shape[0]
        if n == 1:
            return self.rows[0][0]
        total = 0
        for j, a in enumerate(self.rows[0]):
            minor = Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]])
            total += (-1) ** j * a * minor.det()
        return total

    def __str__(self) -> str:
        return "\n".join(" ".join(f"{a:6.2f}" for a in r) for r in self.rows)

    def __repr__(self) -> str:
        return f"Matrix({self.rows!r})"


def main() -> None:
    a = Matrix([[1, 2], [3, 4]])
    b = Matrix([[0.5, -1], [2, 0]])
    print(a + b, a * 2, 3 * a, sep="\n--\n")
    print(repr(a @ b), a.shape, a[1, 0], a[0])
    print(a ** 10, (Matrix([[1, 1], [1, 0]]) ** 30)[0, 1])
    print(a.transpose(), a.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det())
    print(a == Matrix([[1, 2], [3, 4]]), -a == a * -1, a == 1)
    print(repr(a.map(lambda x: x / 4)))
    for bad in (lambda: Matrix([[1], [1, 2]]), lambda: a @ Matrix([[1, 2, 3]])):
        try:
            bad()
        except ValueError as e:
            print("error:", e)


if __name__ == "__main__":
    main()
