from enum import Enum, IntEnum, StrEnum, Flag, auto


class Color(Enum):
    """A colour."""

    RED = 1
    GREEN = 2
    BLUE = 3

    @property
    def hex(self) -> str:
        return {Color.RED: "#f00", Color.GREEN: "#0f0", Color.BLUE: "#00f"}[self]

    def next(self) -> "Color":
        members = list(Color)
        return members[(members.index(self) + 1) % len(members)]

    @classmethod
    def default(cls) -> "Color":
        return cls.GREEN

    @classmethod
    def from_name(cls, name: str) -> "Color":
        for member in cls:
            if member.name.lower() == name:
                return member
        raise ValueError(f"no color {name}")


class Priority(IntEnum):
    LOW = 1
    MEDIUM = 5
    HIGH = 10


class Status(StrEnum):
    ACTIVE = auto()
    CLOSED = "shut"


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC


class Planet(Enum):
    EARTH = (5.97e24, 6.371e6)
    MARS = (6.42e23, 3.389e6)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return 6.674e-11 * self.mass / self.radius ** 2


def describe(color: Color) -> str:
    if color is Color.RED:
        return "warm"
    elif color == Color.BLUE:
        return "cold"
    match color:
        case Color.GREEN:
            return "green"
        case Color.RED | Color.BLUE:
            return "never"
    return "?"


def main() -> None:
    c = Color.RED
    print(c, repr(c), c.name, c.value, c.hex, c.next(), Color.default())
    print(f"{c} {c!r} {c.name:>8} {c.value:03d} {c:>12}")
    for color in Color:
        print(color.name, color.value, describe(color))
    print([c.name for c in Color], len(Color), list(Color))
    print(Color(2), Color["BLUE"], Color.from_name("blue"))
    try:
        Color(9)
    except ValueError as e:
        print("ValueError", e)
    try:
        Color["PINK"]
    except KeyError as e:
        print("KeyError", e)
    counts: dict[Color, int] = {}
    for x in [Color.RED, Color.BLUE, Color.RED]:
        counts[x] = counts.get(x, 0) + 1
    print(counts, {Color.RED, Color.RED})
    print(isinstance(c, Color), isinstance(c, Enum), Color.RED in Color, Color.RED == 1)
    maybe: Color | None = None
    print(maybe, maybe is None)
    maybe = Color.BLUE
    print(maybe, maybe is Color.BLUE)

    p = Priority.HIGH
    print(p, repr(p), p + 1, p > Priority.LOW, p >= 10, p == 10, f"{p:04d}", f"{p}", str(p))
    print(sorted([Priority.HIGH, Priority.LOW, Priority.MEDIUM]), max(Priority), sum(Priority))
    print(Priority(5).name, "x" * Priority.MEDIUM, [10, 20][Priority.LOW], int(p))
    queue = [(Priority.LOW, "sweep"), (Priority.HIGH, "fire")]
    queue.sort()
    print(queue)

    s = Status.ACTIVE
    print(s, repr(s), s == "active", s.upper(), s + "!", f"{s:>10}", Status("shut"), "act" in s, len(s))

    perms = Perm.READ | Perm.WRITE
    print(perms, Perm.READ in perms, Perm.EXEC in perms, perms & Perm.READ, perms.value, bool(perms & Perm.EXEC))
    perms |= Perm.EXEC
    print(perms == Perm.ALL, ~Perm.READ, [q.name for q in perms], perms is Perm.ALL, len(perms))
    if perms & Perm.WRITE:
        print("may write")
    for planet in Planet:
        print(f"{planet.name:<6}{planet.gravity:.2f} {planet.value}")


main()
