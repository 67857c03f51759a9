import asyncio
from dataclasses import dataclass


@dataclass
class Move:
    dx: int
    dy: int


@dataclass
class Say:
    words: str


@dataclass
class Quit:
    pass


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def parse(line: str):
    match line.split():
        case ["go", "north" | "up"]:
            return Move(0, 1)
        case ["go", "east"]:
            return Move(1, 0)
        case ["go", direction]:
            return f"cannot go {direction}"
        case ["say", *words] if words:
            return Say(" ".join(words))
        case ["say"]:
            return "say what?"
        case ["quit" | "exit" as word]:
            print("bye by", word)
            return Quit()
        case []:
            return None
        case [first, *_, last]:
            return f"{first}...{last}?"
        case [only]:
            return f"{only}?"


async def handle(action) -> str:
    await asyncio.sleep(0)
    match action:
        case Move(dx=0, dy=dy):
            return f"up {dy}"
        case Move(dx, dy):
            return f"by {dx},{dy}"
        case Say(words="hello" | "hi"):
            return "greeting"
        case Say(words):
            return f"said {words!r}"
        case Quit():
            return "quit"
        case str() as message:
            return "error: " + message
        case None:
            return "nothing"
        case _:
            return "unknown"


def classify(value):
    match value:
        case 0 | 0.0:
            return "zero"
        case bool(b):
            return f"bool {b}"
        case int(n) if n < 0:
            return "negative"
        case int():
            return "int"
        case float(f):
            return f"float {f}"
        case "":
            return "empty text"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"type": kind}:
            return f"some {kind}"
        case {}:
            return "mapping"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(0, _) | Point(_, 0):
            return "axis"
        case (a, b):
            return f"pair {a} {b}"
        case [[x, y], *rest]:
            return f"nested {x} {y} {rest}"
        case [*items]:
            return f"sequence of {len(items)}"
        case -1j | None:
            return "odd"
        case _:
            return type(value).__name__


async def main() -> None:
    for line in ["go north", "go up", "go east", "go home", "say hello", "say good day", "say", "exit", "", "jump", "a b c"]:
        print(f"{line!r:>14} -> {await handle(parse(line))}")
    for value in [0, 0.0, True, -5, 7, 2.5, "", "text", {"type": "circle", "r": 2, "c": "red"}, {"type": "box"}, {}, {"a": 1},
                  Point(0, 0), Point(3, 3), Point(0, 4), Point(1, 2), (1, 2), [[1, 2], 3, 4], [1, 2, 3], (), None, {1, 2}, -1j]:
        print(classify(value))


asyncio.run(main())
