import asyncio
from typing import Generic, Protocol, TypeVar, overload

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self._items.append(item)
        return self

    def pop(self) -> T:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self) -> int:
        return len(self._items)


class Box[V]:
    def __init__(self, value: V) -> None:
        self.value = value

    def map[U](self, f: "Callable[[V], U]") -> "Box[U]":
        return Box(f(self.value))

    def __repr__(self) -> str:
        return f"Box({self.value!r})"


def first[E](items: list[E], default: E | None = None) -> E | None:
    return items[0] if items else default


class Comparable(Protocol):
    def __lt__(self, other, /) -> bool: ...


def largest[C: (int, str)](a: C, b: C) -> C:
    return b if a < b else a


type Pair[A] = tuple[A, A]


def swap(pair: Pair[int]) -> Pair[int]:
    return pair[1], pair[0]


@overload
def parse(text: str) -> int: ...
@overload
def parse(text: str, base: None) -> str: ...
def parse(text, base=10):
    return text if base is None else int(text, base)


async def drain(stack: Stack[str]) -> list[str]:
    out = []
    while stack:
        out.append(stack.pop())
        await asyncio.sleep(0)
    return out


async def main() -> None:
    numbers: Stack[int] = Stack()
    numbers.push(1).push(2).push(3)
    print(numbers.pop() + numbers.pop(), len(numbers))
    words = Stack[str]()
    words.push("a").push("b")
    print(await drain(words))
    try:
        words.pop()
    except IndexError as error:
        print(error)
    print(Box(20).map(lambda n: n * 2 + 2).map(str), Box("x").map(len).value)
    print(first([3, 4]), first([], "none"), first(["s"]), first([]))
    print(largest(3, 9), largest("a", "B"), swap((1, 2)))
    print(parse("42") + 1, parse("ff", None))


asyncio.run(main())
