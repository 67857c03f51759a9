"""Arguments are evaluated from left to right, whatever they read and change."""


class Tape:
    def __init__(self, *cells: int) -> None:
        self.cells = list(cells)
        self.head = 0

    def advance(self) -> int:
        self.head += 1
        return self.cells[self.head - 1]

    @property
    def left(self) -> int:
        return len(self.cells) - self.head


def show(*values: object) -> None:
    print(" ".join(str(v) for v in values))


def main() -> None:
    stock = {"a": 1, "b": 2, "e": 5}
    show(len(stock), stock.popitem(), len(stock), {"x": 1} | {"y": 2}, stock.pop("a"), len(stock))
    queue = [1, 2, 3, 4]
    show(queue[0], queue.pop(0), queue[0], queue.pop(), len(queue), sorted(queue), queue.pop(0), queue[-1])
    tape = Tape(7, 8, 9)
    show(tape.head, tape.advance(), tape.head, tape.advance(), tape.left, [tape.advance(), tape.left], tape.head)
    words = ["x"]
    pairs = [(len(words), words.append("y"), len(words), words[-1]) for _ in range(2)]
    show(pairs)
    print({len(words): words.pop(), len(words) * 10: words.pop()}, f"{len(words)} {words.pop()} {len(words)}")
    total = 0

    def add(n: int) -> int:
        nonlocal total
        total += n
        return total

    show(total, add(1), total, add(2), total, max(add(3), total), total)
    grid = [[1, 2], [3, 4]]
    show(grid[0][0], grid.pop(0), grid[0][0], grid[0].pop(), grid[0])


main()
