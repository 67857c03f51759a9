# copy. The results have the dynamic form.
from py2go import go, raises, ctx, pure, role
from typing import Any

__go__ = "github.com/py2go-async/py2go-async/runtime/copy"

class Error(Exception): ...

@go("Copy")
@ctx
@raises
def copy(x: Any) -> Any: ...
@go("DeepCopy")
@ctx
@raises
def deepcopy(x: Any, memo: Any = None) -> Any: ...
@go("Replace")
@ctx
@raises
def replace(obj: Any, /, **changes: Any) -> Any: ...
