import asyncio
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum


class Color(Enum):
    RED = 1
    GREEN = "g"


class Level(IntEnum):
    LOW = 10


class Perm(Flag):
    R = 4
    W = 2
    X = 1


@dataclass
class Leaf:
    name: str
    weight: float = 1.0
    secret: str = field(default="hidden", repr=False)


class Plain:
    pass


class Shown:
    def __repr__(self) -> str:
        return "Shown!"


class Both:
    def __repr__(self) -> str:
        return "<Both repr>"

    def __str__(self) -> str:
        return "both str"


Pair = namedtuple("Pair", "left right")


async def main() -> None:
    await asyncio.sleep(0)
    for value in [
        "it's", 'say "hi"', "both ' and \"", "tab\t nl\n nul\0 bell\a esc\x1b del\x7f", "é\u200b\U0001F600 \\", "",
        b"bytes'", 1.0, -0.0, 1e100, float("nan"), 10 ** 20, True, None, ..., 2 - 3j,
        (1,), [], {}, set(), frozenset(), frozenset({1}), range(3), range(1, 9, 2), slice(1, None, 2),
        Color.RED, Color.GREEN, Level.LOW, Perm.R | Perm.X, Leaf("oak"), Leaf("x", secret="y"), Shown(), Both(),
        Pair(1, "r"), Counter("aab"), OrderedDict(a=1), defaultdict(list, {"k": [1]}), deque([1, 2], maxlen=5),
        ValueError("bad", 3), KeyError("k"), StopIteration(), int, Color, Leaf, ValueError, len, type(None),
        {"k": Both()}, [Both()], (Shown(), Both()), {1: {2: (3, [4])}}, bytearray(b"ba"),
    ]:
        print(repr(value), "|", str(value) if not isinstance(value, str) else ascii(value))
    print(Both(), f"{Both()} {Both()!r}", [Both(), Both()], "%s %r" % (Both(), Both()))
    print(str(Plain()).startswith("<__main__.Plain object at 0x"), f"{Color.RED} {Level.LOW} {Perm.W}")
    print(f"{Level.LOW:>5} {Color.RED.name} {Color.RED.value} {Color('g')!r}")


asyncio.run(main())
