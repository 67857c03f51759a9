from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, NamedTuple, NewType, Optional, Protocol, Self, TypedDict, Union, cast, runtime_checkable

if TYPE_CHECKING:
    from somewhere import Unknown

UserId = NewType("UserId", int)
Mode = Literal["r", "w"]
LIMIT: Final = 3
Callback = Callable[[int], Optional[str]]


class Movie(TypedDict, total=False):
    title: str
    year: int


class Employee(NamedTuple):
    name: str
    id: int = 3

    @property
    def badge(self) -> str:
        return f"{self.name}#{self.id}"


@runtime_checkable
class Closeable(Protocol):
    def close(self) -> None: ...


class File:
    opened: ClassVar[int] = 0

    def __init__(self, name: str, mode: Mode = "r") -> None:
        self.name: Final = name
        self.mode = mode
        type(self).opened += 1

    def close(self) -> None:
        print("close", self.name)

    def rename(self, name: str) -> Self:
        return type(self)(name, self.mode)


def close_all(items: Iterable[Closeable]) -> int:
    n = 0
    for n, item in enumerate(items, 1):
        item.close()
    return n


def describe(value: Union[int, str, Sequence[int], Mapping[str, Any], None]) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, (int, str)):
        return f"scalar {value!r}"
    if isinstance(value, Mapping):
        return "mapping " + ",".join(value)
    return f"sequence of {len(value)}"


async def apply(callback: Callback, *values: int) -> list[str | None]:
    out: list[str | None] = []
    for value in values:
        await asyncio.sleep(0)
        out.append(callback(value))
    return out


async def main() -> None:
    user = UserId(42)
    print(user + 1, type(user).__name__, LIMIT)
    movie: Movie = {"title": "Blade Runner"}
    movie["year"] = 1982
    print(movie, movie.get("year"), type(movie).__name__)
    employee = Employee("Guido")
    print(employee, employee.badge, employee.id, isinstance(employee, tuple))
    print(isinstance(File("a"), Closeable), isinstance(3, Closeable), close_all([File("b").rename("c")]), File.opened)
    for value in (3, "s", [1, 2], {"k": 1}, None, (5,)):
        print(describe(value), end="; ")
    print()
    print(await apply(lambda n: "x" * n if n else None, 2, 0, 1), cast(str, 5) + 1)
    x: int
    y: list[Unknown] = []
    print(y, Employee.__annotations__["id"], main.__annotations__)


asyncio.run(main())
