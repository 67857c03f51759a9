# json.
from py2go import go, raises, ctx, pure, role, raises_through, dynamic
from typing import Any, overload

__go__ = "github.com/py2go-async/py2go-async/runtime/json"

class JSONDecodeError(ValueError):
    msg: str
    doc: str
    pos: int
    lineno: int
    colno: int

@overload
@go("DumpsPlain")
@ctx
@raises
def dumps(obj: object) -> str: ...
@overload
@go("Dumps")
@ctx
@raises
@dynamic
def dumps(obj: object, *, skipkeys: bool = False, ensure_ascii: bool = True, check_circular: bool = True, allow_nan: bool = True, cls: Any = None, indent: Any = None, separators: Any = None, default: Any = None, sort_keys: bool = False, **kw: Any) -> str: ...
@go("Dump")
@ctx
@raises
def dump(obj: object, fp: Any, *, skipkeys: bool = False, ensure_ascii: bool = True, check_circular: bool = True, allow_nan: bool = True, cls: Any = None, indent: Any = None, separators: Any = None, default: Any = None, sort_keys: bool = False, **kw: Any) -> None: ...
@overload
@go("LoadsPlain")
@ctx
@raises
def loads(s: str) -> Any: ...
@overload
@go("Loads")
@ctx
@raises
@dynamic
def loads(s: Any, *, cls: Any = None, object_hook: Any = None, parse_float: Any = None, parse_int: Any = None, parse_constant: Any = None, object_pairs_hook: Any = None, strict: bool = True) -> Any: ...
@go("Load")
@ctx
@raises
def load(fp: Any, *, cls: Any = None, object_hook: Any = None, parse_float: Any = None, parse_int: Any = None, parse_constant: Any = None, object_pairs_hook: Any = None, strict: bool = True) -> Any: ...

class JSONEncoder: ...
class JSONDecoder: ...
