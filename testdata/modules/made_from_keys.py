"""Alternative constructors of builtin types, called on the types and on subclasses."""
from collections import Counter, OrderedDict, defaultdict


class Limits(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


class Mask(int):
    pass


class Packet(bytes):
    pass


print(dict.fromkeys([3, 1, 3]), dict.fromkeys("ab", 0))
marks = dict.fromkeys(["x", "y"])
marks["x"] = 5
print(marks, {}.fromkeys((1, 2), "z"))
limits = Limits.fromkeys(["cpu", "disk"], 9)
print(type(limits).__name__, limits)
print(OrderedDict.fromkeys("ab", 1), defaultdict.fromkeys("a", 2), type(OrderedDict().fromkeys([1])).__name__)
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
print(type(Mask.from_bytes(b"\x01\x02", "big")).__name__, Mask.from_bytes(b"\x01", "little"))
print(type(Packet.fromhex("0a0b")).__name__, Packet.fromhex("0a0b"))


class Gauge:
    def reset(self):
        return 0


names = [name.title() for name in dir(Gauge()) if not name.startswith("_")]
print(names)
