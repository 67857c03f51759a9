"""Special methods that a class blocks with None."""
# blocking
class A:
    def __add__(self, o): return 1
    __radd__ = None
class B:
    def __radd__(self, o): return 2
    __eq__ = None
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Blk:
    __add__ = None
    __iadd__ = None
    __ne__ = None
t(lambda: Blk() + B())
t(lambda: 1 + A())
def aug():
    x = Blk()
    x += 1
t(aug)
t(lambda: Blk() != Blk())
t(lambda: Blk() != 1)
class NoIter:
    __iter__ = None
t(lambda: iter(NoIter()))
t(lambda: 1 in NoIter())
class NoCont:
    def __iter__(self): return iter([1])
    __contains__ = None
t(lambda: 1 in NoCont())
t(lambda: chr(-1))
