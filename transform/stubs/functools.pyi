# functools. Decorators work on function objects (dynamic values).
from py2go import go, raises, ctx, pure, role, raises_through, dynamic, reads_annotations
from typing import Any, Callable, Generic, Iterable, TypeVar, overload

__go__ = "github.com/py2go-async/py2go-async/runtime/functools"

T = TypeVar("T")
A = TypeVar("A")

WRAPPER_ASSIGNMENTS: tuple[str, ...] = go("WrapperAssignments")
WRAPPER_UPDATES: tuple[str, ...] = go("WrapperUpdates")

@overload
def reduce(function: Callable[[T, T], T], iterable: Iterable[T], /) -> T: ...
@overload
@go("ReduceFrom")
def reduce(function: Callable[[A, T], A], iterable: Iterable[T], initial: A, /) -> A: ...
@go("CmpToKeyAny")
def cmp_to_key(mycmp: Any) -> Any: ...
@role("wraps")
@go("Wraps")
def wraps(wrapped: Any, assigned: Any = None, updated: Any = None) -> Any: ...
@go("UpdateWrapper")
def update_wrapper(wrapper: Any, wrapped: Any, assigned: Any = None, updated: Any = None) -> Any: ...

@go("Partial")
class partial:
    @go("NewPartial")
    def __init__(self, func: Any, /, *args: Any, **keywords: Any) -> None: ...
    @property
    def func(self) -> Any: ...
    @property
    def args(self) -> tuple[Any, ...]: ...
    @property
    def keywords(self) -> dict[Any, Any]: ...

@go("Cache")
def cache(user_function: Any, /) -> Any: ...
@go("LRUCache")
def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any: ...
@role("dynamic")
@go("CachedProperty")
class cached_property:
    def __init__(self, func: Any) -> None: ...
@role("dynamic")
@go("PartialMethod")
class partialmethod:
    def __init__(self, func: Any, /, *args: Any, **keywords: Any) -> None: ...
@go("TotalOrdering")
def total_ordering(cls: Any) -> Any: ...
@go("SingleDispatch")
@reads_annotations
def singledispatch(func: Any) -> Any: ...
@role("dynamic")
@go("SingleDispatchMethod")
@reads_annotations
class singledispatchmethod:
    def __init__(self, func: Any) -> None: ...
    def register(self, cls: Any, method: Any = None) -> Any: ...
