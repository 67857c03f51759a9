"""Matrix multiplication over lists of lists."""


def matrix(n: int, seed: float) -> list[list[float]]:
    return [[seed * (i - j) * (i + j) for j in range(n)] for i in range(n)]


def multiply(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    n, m, p = len(a), len(b), len(b[0])
    c = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            total = 0.0
            for k in range(m):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return c


def main() -> None:
    n = 200
    c = multiply(matrix(n, 1.0 / n), matrix(n, 2.0 / n))
    print(f"{c[n // 2][n // 2]:.6f}", f"{sum(sum(row) for row in c):.3f}")


main()
