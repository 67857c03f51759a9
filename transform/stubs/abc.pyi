# abc: abstract classes. Instantiating a class with abstract methods left is
# refused by the transformer's own class model.
from py2go import role

__go__ = "github.com/py2go-async/py2go-async/runtime/py"
from typing import TypeVar

T = TypeVar("T")

@role("abc")
class ABC: ...
@role("abcmeta")
class ABCMeta: ...
@role("abstractmethod")
def abstractmethod(funcobj: T) -> T: ...
