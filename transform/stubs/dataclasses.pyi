# dataclasses: dataclass and field are understood by the transformer; the rest
# are functions over any object.
from py2go import go, role, raises, ctx, pure
from typing import Any, TypeVar, overload, _SpecialForm

__go__ = "github.com/py2go-async/py2go-async/runtime/dataclasses"

T = TypeVar("T")

@role("dataclass")
def dataclass(cls: T = None, /, *, init: bool = True, repr: bool = True, eq: bool = True, order: bool = False, unsafe_hash: bool = False, frozen: bool = False, match_args: bool = True, kw_only: bool = False, slots: bool = False, weakref_slot: bool = False) -> T: ...
@role("dataclass.field")
def field(*, default: Any = ..., default_factory: Any = ..., init: bool = True, repr: bool = True, hash: Any = None, compare: bool = True, metadata: Any = None, kw_only: bool = False) -> Any: ...

# An instance of any dataclass, whose fields are read, deeply.
DataclassInstance: _SpecialForm = role("type:Dataclass")

@overload
@go("AsDict")
@ctx
@raises
def asdict(obj: DataclassInstance) -> dict[Any, Any]: ...
@overload
@role("dynamic")
def asdict(obj: Any, *, dict_factory: Any = None) -> Any: ...
@overload
@go("AsTuple")
@ctx
@raises
def astuple(obj: DataclassInstance) -> tuple[Any, ...]: ...
@overload
@role("dynamic")
def astuple(obj: Any, *, tuple_factory: Any = None) -> Any: ...
@role("dataclass.replace")
def replace(obj: T, /, **changes: Any) -> T: ...
@role("dynamic")
def fields(class_or_instance: Any) -> tuple[Any, ...]: ...
@go("IsDataclass")
@pure
def is_dataclass(obj: DataclassInstance) -> bool: ...

@role("dynamic")
def make_dataclass(cls_name: str, fields: Any, *, bases: Any = ..., namespace: Any = None, **options: Any) -> Any: ...

@role("type:InitVar")
class InitVar: ...
@role("dataclass.KW_ONLY")
class KW_ONLY: ...

MISSING: object = role("dataclass.MISSING")

class Field:
    name: str
    type: Any
    default: Any
    default_factory: Any
    init: bool
    repr: bool
    compare: bool

class FrozenInstanceError(AttributeError): ...
