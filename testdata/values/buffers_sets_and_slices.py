"""Buffers where bytes are taken, sets in sets, indexes of any size, counts with __index__, constructors of subclasses."""
def f():
    a = [0, 1, 2, 3, 4]
    try:
        print(a[-pow(2, 128): 3])
    except Exception as e:
        print("A", type(e), e)
    try:
        print(a[-pow(2, 200): pow(2, 200)])
        print(pow(2, 100), pow(3, 50), 2 ** 100)
        print("abc"[:10**30], (1, 2)[::10**25], b"xyz"[-10**30:])
        print(range(10)[10**30:], list(range(10))[:10**30:2])
    except Exception as e:
        print("B", type(e), e)
    for n in (5, 324, 325, 400, 2**31, 10**30, -310, -400):
        try:
            print(n, round(123.456, n), round(12345, n))
        except Exception as e:
            print("C", type(e), e)
    try:
        print(int("z", 36), int("0b11", 0))
    except Exception as e:
        print("D", type(e), e)
    try:
        print([1] * (1 << 70))
    except OverflowError as e:
        print("E", e)
    class I:
        def __index__(self): return 2
    print([1] * I(), I() * [1], "ab" * I(), I() * "ab", I() * (1, 2), b"a" * I())
    print({1, 2} in {frozenset({1, 2})})
    s = {frozenset({1}), frozenset({2})}
    s.remove({1}); s.discard({2}); s.discard({5}); print(s)
    try:
        s.remove({9})
    except KeyError as e:
        print("KeyError", e)
    print("{0[a]} {x.real:{w}}|{{}}".format({"a": 1}, x=3, w=5))
    print((3.7).__floor__(), (3.2).__ceil__(), (5).__floor__(), (-3.5).__trunc__())
    pass
    class L(list): pass
    x = L([1, 2]); x.tag = "t"
    import copy
    y = copy.copy(x); print(type(y).__name__, y, y.tag)
    z = copy.deepcopy(x); print(type(z).__name__, z, z.tag)
    class B(bytearray): pass
    class D(dict): pass
    d = D(a=1); print(type(copy.copy(d)).__name__, copy.copy(d), type(d.copy()).__name__)
    print(b"abc".hex(":"), bytearray(b"abcd").hex("-", 2), b"abc".hex(b"."))
    print(bytearray(b"ab").center(6, bytearray(b"*")), b"a,b".split(bytearray(b",")))
    print(b"a".join([b"x", bytearray(b"y")]), bytearray(b"abc").replace(bytearray(b"b"), b"Z"))
    print(bytearray(b"abc").translate(bytearray.maketrans(b"a", b"z")))
    try:
        class C(bool): pass
    except TypeError as e:
        print(e)
    try:
        class N(type(None)): pass
    except TypeError as e:
        print(e)
    import operator
    print(operator.length_hint(iter({1, 2})), iter([1, 2, 3]).__length_hint__(), iter({1, 2}).__length_hint__())
    class F(float):
        def __new__(cls, x=0, *, unit="m"):
            self = super().__new__(cls, x)
            self.unit = unit
            return self
    print(F(3.5, unit="k").unit, F(3.5))
    class M(list):
        def __init__(self, items=(), *, name=None):
            super().__init__(items)
            self.name = name
    print(M([1], name="x").name)
    class T(tuple):
        def __new__(cls, *a, name=None):
            self = super().__new__(cls, a)
            self.name = name
            return self
    print(T(1, 2, name="tt").name, T(1, 2))
f()
