type Alias = list[T0]
type Generic[T] = dict[T, U]


def f[T: Bound, *Ts, **P](a: T, *args: *Ts, d=default) -> P:
    x: T = a
    def g(): return T, x
    return g


class C[T](Base[T]):
    attr: T
    def m(self) -> T: return T
    def n[S: attr](self, s: S) -> attr: return attr


async def h[T = int](): return T
