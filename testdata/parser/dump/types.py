type X = int
type X[T] = list[T]
type X[T: int, *Ts, **P] = f
type X[T = int, *Ts = *tuple[int], **P = [int]] = f
type X[T: (int, str) = int] = T
type type = type
def f[T](x: T) -> T: pass
async def f[T: int = bool, *Ts, **P](): pass
class C[T]: pass
class C[T, *Ts, **P](A[T], k=1): pass
def f[T,](): pass
x: list[int] | None = None
def f(*args: *Ts, **kwargs: P.kwargs) -> None: ...
