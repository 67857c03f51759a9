# bisect.
from py2go import go, raises, ctx, pure, role, raises_through, dynamic
from typing import Any, Callable, Generator, Generic, Iterable, TypeVar, overload

__go__ = "github.com/py2go-async/py2go-async/runtime/bisect"

T = TypeVar("T")
K = TypeVar("K")

@overload
@go("Left")
def bisect_left(a: list[T], x: T, lo: int = 0, hi: int | None = None) -> int: ...
@overload
@go("Left")
def bisect_left(a: tuple[T, ...], x: T, lo: int = 0, hi: int | None = None) -> int: ...
@overload
@go("LeftBy")
def bisect_left(a: list[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int: ...
@overload
@go("LeftBy")
def bisect_left(a: tuple[T, ...], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int: ...
@overload
@go("Right")
def bisect_right(a: list[T], x: T, lo: int = 0, hi: int | None = None) -> int: ...
@overload
@go("Right")
def bisect_right(a: tuple[T, ...], x: T, lo: int = 0, hi: int | None = None) -> int: ...
@overload
@go("RightBy")
def bisect_right(a: list[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int: ...
@overload
@go("RightBy")
def bisect_right(a: tuple[T, ...], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int: ...
@overload
@go("Right")
def bisect(a: list[T], x: T, lo: int = 0, hi: int | None = None) -> int: ...
@overload
@go("Right")
def bisect(a: tuple[T, ...], x: T, lo: int = 0, hi: int | None = None) -> int: ...
@overload
@go("RightBy")
def bisect(a: list[T], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int: ...
@overload
@go("RightBy")
def bisect(a: tuple[T, ...], x: K, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> int: ...
@overload
@go("InsortLeft")
def insort_left(a: list[T], x: T, lo: int = 0, hi: int | None = None) -> None: ...
@overload
@go("InsortLeftBy")
def insort_left(a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> None: ...
@overload
@go("InsortRight")
def insort_right(a: list[T], x: T, lo: int = 0, hi: int | None = None) -> None: ...
@overload
@go("InsortRightBy")
def insort_right(a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> None: ...
@overload
@go("InsortRight")
def insort(a: list[T], x: T, lo: int = 0, hi: int | None = None) -> None: ...
@overload
@go("InsortRightBy")
def insort(a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: Callable[[T], K]) -> None: ...
@overload
@go("LeftAny")
@dynamic
def bisect_left(a: Any, x: Any, lo: int = 0, hi: int | None = None, *, key: Callable[[Any], Any] | None = None) -> int: ...
@overload
@go("RightAny")
@dynamic
def bisect_right(a: Any, x: Any, lo: int = 0, hi: int | None = None, *, key: Callable[[Any], Any] | None = None) -> int: ...
@overload
@go("RightAny")
@dynamic
def bisect(a: Any, x: Any, lo: int = 0, hi: int | None = None, *, key: Callable[[Any], Any] | None = None) -> int: ...
