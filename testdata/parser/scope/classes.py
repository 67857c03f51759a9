class A(base, metaclass=meta):
    x = 1
    y = x
    __private = x
    _single = 2
    __dunder__ = 3

    def method(self, __arg):
        self.__attribute = __arg
        __local = __global
        def inner():
            return __local, __arg, x, __class__
        return inner

    def other(self): return __class__

    class __Nested:
        def f(self): return __private
    z = [w for w in y]
    g = (w for w in y if x)
    h = lambda: x
    import __module
    x: int
    ann: str


class __Hidden:
    def m(self):
        return __x


class ___:
    __z = 1


def outer(v):
    class Local:
        v = v
        u = v
        def m(self): return v
    class Global:
        global gg
        gg = v
        def m(self): return gg
    return Local
