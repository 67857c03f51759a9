"""Sets, tuples as keys, and a breadth-first search over a grid."""

from collections import deque


def walls(n: int) -> set[tuple[int, int]]:
    out: set[tuple[int, int]] = set()
    for y in range(n):
        for x in range(n):
            if (x * 7 + y * 13) % 5 == 0 and (x + y) % 3:
                out.add((x, y))
    return out


def distance(n: int, blocked: set[tuple[int, int]]) -> int:
    start, goal = (0, 0), (n - 1, n - 1)
    seen: dict[tuple[int, int], int] = {start: 0}
    todo = deque([start])
    while todo:
        x, y = todo.popleft()
        if (x, y) == goal:
            return seen[goal]
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            p = (x + dx, y + dy)
            if 0 <= p[0] < n and 0 <= p[1] < n and p not in seen and p not in blocked:
                seen[p] = seen[(x, y)] + 1
                todo.append(p)
    return -1


def main() -> None:
    n = 300
    blocked = walls(n)
    print(len(blocked), distance(n, blocked))


main()
