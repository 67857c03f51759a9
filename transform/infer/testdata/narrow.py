from dataclasses import dataclass


@dataclass
class Node:
    value: int
    next: "Node | None" = None


class Circle:
    def __init__(self, r: float):
        self.r = r


class Square:
    def __init__(self, side: float):
        self.side = side


def length(n: Node | None):  #: -> int
    total = 0
    while n is not None:
        total += n.value  #: n Node; var n Node | None
        n = n.next  #: n Node | None
    return total


def first(items: dict[str, int], key: str):  #: -> int
    v = items.get(key)  #: v int | None
    if v is None:
        return -1
    return v  #: v int; var v int | None


def default(v: int | None):  #: -> int
    return v or 7


def walrus(items: dict[str, int]):  #: -> int
    if (v := items.get("a")) is not None and v > 1:  #: v int
        return v  #: v int
    return 0


def area(shape: Circle | Square):
    if isinstance(shape, Circle):
        return shape.r * shape.r  #: shape Circle
    return shape.side ** 2  #: shape Square


def guard(n: Node | None):  #: -> int
    assert n is not None
    return n.value  #: n Node


def matched(x: int | None):  #: -> str
    match x:
        case None:
            return "none"
        case v:
            return str(v + 1)  #: v int


def truthy(name: str | None):  #: -> str
    if not name:
        return "?"
    return name.upper()  #: name str


print(length(Node(1, Node(2))), first({"a": 1}, "b"), default(None), default(2), walrus({"a": 3}))
print(area(Circle(1.0)), area(Square(2.0)), guard(Node(1)), matched(None), matched(1), truthy(None), truthy("x"))
print(guard(None), length(None))
