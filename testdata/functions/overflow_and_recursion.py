import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def hanoi(n, source="A", target="C", spare="B", moves=None):
    if moves is None:
        moves = []
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        hanoi(n - 1, spare, target, source, moves)
    return moves


def permutations(items):
    if len(items) < 2:
        return [items]
    return [[first, *rest] for i, first in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def power_set(items):
    if not items:
        return [[]]
    rest = power_set(items[1:])
    return rest + [[items[0]] + r for r in rest]


def flood(grid, r, c, new, old=None):
    old = grid[r][c] if old is None else old
    if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == old:
        grid[r][c] = new
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            flood(grid, r + dr, c + dc, new, old)
    return grid


print(depth(500), len(hanoi(6)), hanoi(3))
print(permutations([1, 2, 3]), len(permutations(list("abcd"))))
print(is_even(10), is_odd(7), gcd(1071, 462), power_set("abc"))
print(["".join(row) for row in flood([list("..#"), list(".#."), list("###")], 0, 0, "o")])


def endless(n):
    return endless(n + 1) + 1


try:
    endless(0)
except RecursionError as error:
    print("RecursionError:", str(error).startswith("maximum recursion depth exceeded"))
print(sys.getrecursionlimit() > 100)
