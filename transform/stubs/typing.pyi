# typing: what annotations are made of. Nearly all of it is meaning for the
# tool (roles "type:..."), not code that runs.
from py2go import go, raises, role, reads_annotations
from types import TracebackType as TracebackType

__go__ = "github.com/py2go-async/py2go-async/runtime/py"

@role("dynamic")
class _SpecialForm: ...

Any: _SpecialForm = role("type:Any")
Union: _SpecialForm = role("type:Union")
Optional: _SpecialForm = role("type:Optional")
Literal: _SpecialForm = role("type:Literal")
LiteralString: _SpecialForm = role("type:LiteralString")
Callable: _SpecialForm = role("type:Callable")
ClassVar: _SpecialForm = role("type:ClassVar")
Final: _SpecialForm = role("type:Final")
Annotated: _SpecialForm = role("type:Annotated")
Type: _SpecialForm = role("type:Type")
Tuple: _SpecialForm = role("type:Tuple")
NoReturn: _SpecialForm = role("type:Never")
Never: _SpecialForm = role("type:Never")
Self: _SpecialForm = role("type:Self")
TypeAlias: _SpecialForm = role("type:TypeAlias")
TypeGuard: _SpecialForm = role("type:bool")
TypeIs: _SpecialForm = role("type:bool")
_BigInt: _SpecialForm = role("type:bigint")  # of stubs: an int of any size
Concatenate: _SpecialForm = role("type:Concatenate")
Unpack: _SpecialForm = role("type:Unpack")
Required: _SpecialForm = role("type:Annotated")
NotRequired: _SpecialForm = role("type:NotRequired")
ReadOnly: _SpecialForm = role("type:Annotated")

@role("type:Generic")
class Generic: ...

@role("type:Protocol")
class Protocol: ...

@role("namedtuple")
class NamedTuple: ...

@role("typeddict")
class TypedDict: ...

@role("typevar")
def TypeVar(name: str, *constraints: Any, bound: Any = None, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False, default: Any = None) -> Any: ...
@role("typevar")
def ParamSpec(name: str, *, bound: Any = None, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False, default: Any = None) -> Any: ...
@role("typevar")
def TypeVarTuple(name: str, *, default: Any = None) -> Any: ...
@role("newtype")
def NewType(name: str, tp: Any) -> Any: ...

List = list
Dict = dict
Set = set
FrozenSet = frozenset
Text = str

TYPE_CHECKING: bool = role("type_checking")

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R")
S = TypeVar("S")
AnyStr: _SpecialForm = role("type:AnyStr")

# The protocols of collections.abc. They have no Go type of their own: what
# flows through them keeps its type.
@role("type:Hashable")
class Hashable(Protocol):
    def __hash__(self) -> int: ...

@role("type:Sized")
class Sized(Protocol):
    def __len__(self) -> int: ...

@role("type:Container")
class Container(Protocol[T_co]):
    def __contains__(self, x: object, /) -> bool: ...

@role("type:Iterable")
class Iterable(Protocol[T_co]):
    def __iter__(self) -> Iterator[T_co]: ...

@role("type:Iterator")
class Iterator(Iterable[T_co], Protocol[T_co]):
    def __next__(self) -> T_co: ...
    def __iter__(self) -> Iterator[T_co]: ...

@role("type:Reversible")
class Reversible(Iterable[T_co], Protocol[T_co]):
    def __reversed__(self) -> Iterator[T_co]: ...

@role("type:Collection")
class Collection(Iterable[T_co], Container[T_co], Protocol[T_co]):
    def __len__(self) -> int: ...

@role("type:Sequence")
class Sequence(Reversible[T_co], Collection[T_co], Protocol[T_co]):
    def __getitem__(self, index: int) -> T_co: ...
    def index(self, value: Any, start: int = 0, stop: int = 9223372036854775807) -> int: ...
    def count(self, value: Any) -> int: ...

@role("type:MutableSequence")
class MutableSequence(Sequence[T], Protocol[T]): ...

@role("type:AbstractSet")
class AbstractSet(Collection[T_co], Protocol[T_co]): ...

@role("type:MutableSet")
class MutableSet(AbstractSet[T], Protocol[T]): ...

@role("type:Mapping")
class Mapping(Collection[K], Protocol[K, V]): ...

@role("type:MutableMapping")
class MutableMapping(Mapping[K, V], Protocol[K, V]): ...

@role("type:Awaitable")
class Awaitable(Protocol[T_co]):
    def __await__(self) -> Generator[Any, Any, T_co]: ...

@role("type:Coroutine")
class Coroutine(Awaitable[R], Protocol[T, S, R]): ...

@role("type:AsyncIterable")
class AsyncIterable(Protocol[T_co]):
    def __aiter__(self) -> AsyncIterator[T_co]: ...

@role("type:AsyncIterator")
class AsyncIterator(AsyncIterable[T_co], Protocol[T_co]):
    async def __anext__(self) -> T_co: ...

@role("type:Generator")
class Generator(Iterator[T], Protocol[T, S, R]):
    @go("func:NextOf")
    def __next__(self) -> T: ...
    @role("identity")
    def __iter__(self) -> Generator[T, S, R]: ...
    @raises
    def send(self, value: object, /) -> T: ...
    @raises
    def throw(self, exc: BaseException, /) -> T: ...
    @raises
    def close(self) -> None: ...

@role("type:AsyncGenerator")
class AsyncGenerator(AsyncIterator[T], Protocol[T, S]):
    @go("ASend")
    async def asend(self, value: object, /) -> T: ...
    @go("AThrow")
    async def athrow(self, exc: object, /) -> Any: ...
    @go("AClose")
    async def aclose(self) -> None: ...

@role("type:AbstractContextManager")
class ContextManager(Protocol[T]):
    def __enter__(self) -> T: ...
    def __exit__(self, exc_type: Any, exc: Any, tb: Any, /) -> bool | None: ...

@role("type:AbstractAsyncContextManager")
class AsyncContextManager(Protocol[T]):
    async def __aenter__(self) -> T: ...
    async def __aexit__(self, exc_type: Any, exc: Any, tb: Any, /) -> bool | None: ...

@role("type:SupportsInt")
class SupportsInt(Protocol):
    def __int__(self) -> int: ...

@role("type:SupportsFloat")
class SupportsFloat(Protocol):
    def __float__(self) -> float: ...

@role("type:SupportsIndex")
class SupportsIndex(Protocol):
    def __index__(self) -> int: ...

@role("type:SupportsAbs")
class SupportsAbs(Protocol[T_co]):
    def __abs__(self) -> T_co: ...

@role("cast")
def cast(typ: Any, val: T) -> T: ...
@role("identity")
def assert_type(val: T, typ: Any, /) -> T: ...
@role("identity")
def reveal_type(obj: T, /) -> T: ...
@role("assert_never")
def assert_never(arg: Any, /) -> Never: ...
@role("overload")
def overload(func: T) -> T: ...
@role("identity")
def final(f: T) -> T: ...
@role("identity")
def override(method: T, /) -> T: ...
@role("runtime_checkable")
@go("RuntimeCheckable")
def runtime_checkable(cls: T) -> T: ...
@role("identity")
def no_type_check(arg: T) -> T: ...
@role("dataclass_transform")
def dataclass_transform(**kwargs: Any) -> Any: ...
@role("dynamic")
@reads_annotations
def get_type_hints(obj: Any) -> dict[str, Any]: ...
@role("dynamic")
def get_origin(tp: Any) -> Any: ...
@role("dynamic")
def get_args(tp: Any) -> tuple[Any, ...]: ...
