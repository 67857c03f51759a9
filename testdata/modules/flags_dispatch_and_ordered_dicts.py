from collections import Counter, OrderedDict
from collections.abc import Mapping, Iterable, Sequence
from enum import Flag, IntFlag, auto
from functools import cached_property, singledispatch


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7


class Color(Flag):
    RED = auto()
    BLUE = auto()


print(list(Perm.R | Perm.W), list(Perm.RWX), len(Perm.RWX))
print(list(Color.RED | Color.BLUE), [p.name for p in Perm])


@singledispatch
def show(arg):
    return f"plain {arg}"


@show.register
def _(arg: Mapping):
    return "mapping " + ", ".join(f"{k}={v}" for k, v in arg.items())


@show.register
def _(arg: Iterable):
    return "items " + " ".join(map(str, arg))


@show.register(int)
def _(arg):
    return "int %d" % arg


print(show({"a": 1}), "|", show([1, 2]), "|", show(3), "|", show(2.5), "|", show((1,)))

d = OrderedDict.fromkeys("abcde")
d.move_to_end("b")
print("".join(d), type(d).__name__)
d.move_to_end("b", last=False)
print("".join(d), OrderedDict.fromkeys([1, 2], 0))

c = Counter(a=2, b=-4)
print(+c, -c, sorted((+c).items()))


class Slotted:
    __slots__ = ()

    @cached_property
    def pi(self):
        return 3


try:
    Slotted().pi
except TypeError as e:
    print(e)


a_list = []
print(a_list.__iadd__([1]), a_list)
a_tuple = (["foo"], "bar")
print(a_tuple[0].__iadd__(["item"]), a_tuple)
with memoryview(b"abc") as m:
    print(m[0], m.tobytes())
