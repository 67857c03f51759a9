import copy
from enum import Enum, IntEnum, Flag, StrEnum, auto
from typing import Optional


class Color(Enum):
    red = 1
    green = 2
    blue = 3

    @classmethod
    def default(cls):
        return cls.green

    @staticmethod
    def count():
        return len(Color)


class Level(IntEnum):
    OFF = 0
    LOW = 1
    HIGH = 9


class Name(StrEnum):
    ONE = "one"
    TWO = "two"


class F(Flag):
    A = 1
    B = 2
    C = 4
    AB = A | B


def pick(c: Optional[Color] = None, fallback: Color = Color.blue) -> Color:
    match c:
        case None:
            return fallback
        case Color.red:
            return Color.green
        case other:
            return other


def grade(n: int) -> str:
    if Level.OFF < n < Level.HIGH:
        return "mid"
    return "edge"


print(pick(), pick(Color.red), pick(Color.blue, Color.red))
print({Color.red, Color.green, Color.blue}, {Color.red, Color.green} | {Color.blue}, {Color.red, Color.blue} - {Color.red}, frozenset([Color.blue, Color.green]))
print({Name.ONE, Name.TWO, "one"}, {Level.LOW, 1, Level.HIGH}, {Level.LOW: "a"} == {1: "a"}, Name.ONE in {"one": 1})
print(grade(5), grade(9), Level.OFF or "zero", not Level.OFF, bool(Color.red), [x for x in Level if x])
data = [Color.red, [Color.green], {"k": Color.blue}]
clone = copy.deepcopy(data)
print(clone, clone == data, clone[0] is Color.red, copy.copy(Color.red) is Color.red)
print(Color.red.default(), Color.count(), [Color.red, None, Color.blue].count(None), Color.red != None, Color.red is not None)
key = input.__name__ and "green"
print(Color[key], Color(int("3")), Color.__members__.get("nope"), "red" in Color.__members__, [n for n in Color.__members__])
xs = [Level.HIGH, Level.OFF, Level.LOW]
xs.sort(reverse=True)
print(xs, xs.index(Level.LOW), max(xs), sum(xs), sorted(xs)[0] + 0.5, [Level.HIGH, 3] == [9, 3], (Level.LOW, "x") == (1, "x"))
f = F.A
f |= F.C
f ^= F.A
f &= F.AB | F.C
print(f, f.value, F.AB, list(F.AB), F.A in F.AB, F.AB & F.B is F.B, [m.name for m in F], F(5), repr(F(6)), bool(F.A & F.B), F.A | F.B == F.AB)
text: str = Name.TWO
print(text, text.upper(), Name.ONE + Name.TWO, "".join([Name.ONE, "x"]), Name.ONE < Name.TWO, Name("two") == "two", "%s/%r" % (Name.ONE, Name.ONE), Name.TWO[0], Name.TWO.startswith("t"))
table = {(Color.red, Level.LOW): "rl", (Color.blue, Level.HIGH): "bh"}
print(table[(Color.red, Level.LOW)], table.get((Color.red, Level.HIGH)), table)


class Widget:
    palette = (Color.red, Color.blue)
    shade: Color = Color.red

    def __init__(self, shade=None):
        if shade:
            self.shade = shade


class Fancy(Widget):
    shade = Color.green


print(Widget().shade, Fancy().shade, Widget(Color.blue).shade, Widget.palette, Color.red in Widget.palette)
try:
    raise ValueError(Color.red, Level.LOW)
except ValueError as e:
    print(e, e.args[0] is Color.red, e.args)
for bad in (lambda: Color("red"), lambda: Color.red + 1, lambda: Color.red < Color.blue, lambda: Level("x"), lambda: Color["pink"], lambda: Color.pink):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(hash(Color.red) == hash("red"), hash(Level.HIGH) == hash(9), hash(Name.ONE) == hash("one"), hash(F.A) == hash("A"))
print(str(Color.red) + "!", "Color.red" == str(Color.red), f"{Level.HIGH:>4}|{Name.ONE:<5}|{Color.red!s:>10}|{Level.LOW:.1f}")
values = {c.name: c.value for c in Color}
print(values, Color.red.name.title(), Color.green.value * 2, [c.value ** 2 for c in Color], dict(zip(Color, "abc")))
