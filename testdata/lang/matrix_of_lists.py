def transpose(matrix: list[list[int]]) -> list[list[int]]:
    return [list(column) for column in zip(*matrix)]


def multiply(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
    result = [[0] * len(b[0]) for _ in a]
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                result[i][j] += a[i][k] * b[k][j]
    return result


def spiral(matrix: list[list[int]]) -> list[int]:
    rows = [row[:] for row in matrix]
    out: list[int] = []
    while rows:
        out += rows.pop(0)
        rows = [list(r) for r in zip(*rows)][::-1]
    return out


a = [[1, 2, 3], [4, 5, 6]]
print(transpose(a))
print(multiply(a, transpose(a)))
print(spiral(a + [[7, 8, 9]]))
for row in multiply(transpose(a), a):
    print(" ".join(f"{x:3}" for x in row))
print(sum(map(sum, a)), max(max(row) for row in a), [x for row in a for x in row][::2])
a[0][0], a[1][2] = a[1][2], a[0][0]
print(a, a == [[6, 2, 3], [4, 5, 1]])
