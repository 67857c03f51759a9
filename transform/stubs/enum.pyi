# enum: the bases are understood by the transformer.
from py2go import go, role
from typing import Any, TypeVar

__go__ = "github.com/py2go-async/py2go-async/runtime/enum"

T = TypeVar("T")

@role("enum")
class Enum:
    @property
    def name(self) -> str: ...
    @property
    def value(self) -> Any: ...

@role("enum:int")
class IntEnum(int, Enum): ...
@role("enum:str")
class StrEnum(str, Enum): ...
@role("enum:flag")
class Flag(Enum): ...
@role("enum:intflag")
class IntFlag(int, Flag): ...
@role("enum:meta")
class EnumMeta: ...
EnumType = EnumMeta

@role("enum.auto")
def auto() -> Any: ...
@role("enum.unique")
def unique(enumeration: T) -> T: ...
