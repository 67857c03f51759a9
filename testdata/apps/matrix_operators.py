import asyncio
from typing import Iterator, Sequence, overload


class Matrix:
    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        self.rows = [list(map(float, r)) for r in rows]
        widths = {len(r) for r in self.rows}
        if len(widths) != 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n: int) -> "Matrix":
        return cls([[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, index: tuple[int, int]) -> float:
        i, j = index
        return self.rows[i][j]

    def __setitem__(self, index: tuple[int, int], value: float) -> None:
        i, j = index
        self.rows[i][j] = value

    def __matmul__(self, other: "Matrix") -> "Matrix":
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __add__(self, other: "Matrix") -> "Matrix":
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, k: float) -> "Matrix":
        return Matrix([[k * x for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self) -> Iterator[list[float]]:
        return iter(self.rows)

    @property
    def T(self) -> "Matrix":
        return Matrix(list(zip(*self.rows)))

    def __repr__(self) -> str:
        return "Matrix(" + "; ".join(" ".join(f"{x:g}" for x in row) for row in self.rows) + ")"


def determinant(m: Matrix) -> float:
    n, k = m.shape
    assert n == k, "square only"
    a = [row[:] for row in m.rows]
    det = 1.0
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        if abs(a[pivot][i]) < 1e-12:
            return 0.0
        if pivot != i:
            a[i], a[pivot] = a[pivot], a[i]
            det = -det
        det *= a[i][i]
        for r in range(i + 1, n):
            f = a[r][i] / a[i][i]
            for c in range(i, n):
                a[r][c] -= f * a[i][c]
    return det


async def row_times(row: Sequence[float], other: Matrix) -> list[float]:
    await asyncio.sleep(0)
    return [sum(x * other[k, j] for k, x in enumerate(row)) for j in range(other.shape[1])]


async def parallel_matmul(a: Matrix, b: Matrix) -> Matrix:
    return Matrix(await asyncio.gather(*(row_times(r, b) for r in a)))


async def main() -> None:
    a = Matrix([[1, 2], [3, 4]])
    b = Matrix([[0, 1], [1, 0]])
    print(a @ b, a + b, 2 * a, a * 0.5, a.T)
    print(await parallel_matmul(a, b) == a @ b, a == 3)
    print(determinant(a), determinant(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]])))
    i = Matrix.identity(3)
    i[0, 2] = 7
    print(i, i.shape, sum(sum(row) for row in i))
    try:
        a @ i
    except ValueError as e:
        print(e)
    try:
        Matrix([[1], [2, 3]])
    except ValueError as e:
        print(e)
    try:
        determinant(Matrix([[1, 2, 3]]))
    except AssertionError as e:
        print("assert", e)


asyncio.run(main())
