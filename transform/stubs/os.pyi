# os.
from py2go import go, raises, ctx, pure, role, dynamic
from typing import Any, overload

__go__ = "github.com/py2go-async/py2go-async/runtime/os"

name: str
sep: str
linesep: str
pathsep: str
curdir: str
pardir: str
devnull: str

@go("Env")
class _Environ(dict[str, str]):
    @go("Set")
    def __setitem__(self, key: str, value: str, /) -> None: ...
    @go("Delete")
    def __delitem__(self, key: str, /) -> None: ...
    @overload
    @go("GetPtr")
    def get(self, key: str, /) -> str | None: ...
    @overload
    @go("GetOr")
    def get(self, key: str, default: str, /) -> str: ...
    @overload
    @go("GetAny")
    def get(self, key: str, default: Any, /) -> Any: ...
    def copy(self) -> dict[str, str]: ...

environ: _Environ

@overload
@go("GetEnv")
def getenv(key: str) -> str | None: ...
@overload
@go("GetEnvOr")
def getenv(key: str, default: str) -> str: ...
@overload
@go("GetEnvAny")
@dynamic
def getenv(key: str, default: Any = None) -> Any: ...
@go("PutEnv")
def putenv(key: str, value: str, /) -> None: ...
@go("GetCwd")
@raises
def getcwd() -> str: ...
@go("ChDir")
@raises
def chdir(path: str) -> None: ...
@go("ListDir")
@raises
def listdir(path: str = ".") -> list[str]: ...
@go("MkDir")
@raises
def mkdir(path: str, mode: int = 511) -> None: ...
@go("MakeDirs")
@raises
def makedirs(name: str, mode: int = 511, exist_ok: bool = False) -> None: ...
@raises
def remove(path: str) -> None: ...
@go("Remove")
@raises
def unlink(path: str) -> None: ...
@go("RmDir")
@raises
def rmdir(path: str) -> None: ...
@raises
def rename(src: str, dst: str) -> None: ...
@go("GetPID")
def getpid() -> int: ...
@go("GetPPID")
def getppid() -> int: ...
@go("CPUCount")
def cpu_count() -> int: ...
@go("URandom")
def urandom(size: int, /) -> bytes: ...
@go("FSPath")
def fspath(path: Any) -> Any: ...
