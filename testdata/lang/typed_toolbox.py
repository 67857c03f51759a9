from __future__ import annotations
import asyncio
import dataclasses
import enum
import functools
import itertools
import operator
import string
from collections import Counter, OrderedDict, defaultdict, namedtuple, ChainMap, deque
from collections.abc import Iterator, Callable, Sequence
from typing import Any, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, overload

T = TypeVar("T")
N = TypeVar("N", int, float)


class Shape(Protocol):
    def area(self) -> float: ...
    @property
    def name(self) -> str: ...


class Color(enum.Enum):
    RED = "#f00"
    GREEN = "#0f0"
    BLUE = "#00f"

    @property
    def rgb(self) -> tuple[int, ...]:
        return tuple(int(c * 2, 16) for c in self.value[1:])

    @classmethod
    def parse(cls, text: str) -> Color:
        for c in cls:
            if c.name.lower() == text.lower():
                return c
        raise ValueError(f"no color {text!r}")


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


@dataclasses.dataclass(order=True)
class Square:
    side: float
    color: Color = Color.RED
    tags: set[str] = dataclasses.field(default_factory=set, compare=False)

    def area(self) -> float:
        return self.side ** 2

    @property
    def name(self) -> str:
        return f"{self.color.name.lower()} square"


@dataclasses.dataclass(frozen=True)
class Circle:
    radius: float

    def area(self) -> float:
        return 3.0 * self.radius * self.radius

    @functools.cached_property
    def name(self) -> str:
        return "circle"


class Movie(TypedDict, total=False):
    title: str
    year: int


class Node(Generic[T]):
    def __init__(self, value: T, next: Optional[Node[T]] = None) -> None:
        self.value = value
        self.next = next

    def __iter__(self) -> Iterator[T]:
        node: Optional[Node[T]] = self
        while node is not None:
            yield node.value
            node = node.next


def chain_of(*values: T) -> Node[T]:
    head: Optional[Node[T]] = None
    for v in reversed(values):
        head = Node(v, head)
    assert head is not None
    return head


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x: Union[int, str]) -> Union[int, str]:
    return x * 2


def total_area(shapes: Sequence[Shape]) -> float:
    return sum(s.area() for s in shapes)


@functools.lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.singledispatch
def describe(x: Any) -> str:
    return f"something {x!r}"


@describe.register
def _(x: int) -> str:
    return f"int {x}"


@describe.register(list)
def _(x: list) -> str:
    return f"list of {len(x)}"


def compose(*fs: Callable[[int], int]) -> Callable[[int], int]:
    return functools.reduce(lambda f, g: lambda x: g(f(x)), fs)


Point = namedtuple("Point", "x y", defaults=[0])


class Employee(NamedTuple):
    name: str
    dept: str
    salary: int = 0

    def raised(self, pct: int) -> Employee:
        return self._replace(salary=self.salary * (100 + pct) // 100)


async def main() -> None:
    shapes: list[Shape] = [Square(2.0), Circle(1.5), Square(1.0, Color.BLUE, {"tiny"})]
    print(total_area(shapes), [s.name for s in shapes], shapes[0], sorted([Square(3), Square(1)]))
    print(Color.RED.rgb, Color.parse("green"), Color("#00f"), Color["RED"] is Color.RED, list(Color), len(Color), Color.RED in Color)
    print(Perm.RW, Perm.R | Perm.X, Perm.R in Perm.RW, Perm(0), ~Perm.R, Level.HIGH > Level.LOW, Level.LOW + 1, f"{Level.HIGH}", repr(Level.LOW))
    try:
        Color.parse("mauve")
    except ValueError as e:
        print(e)
    m: Movie = {"title": "Brazil"}
    m["year"] = 1985
    print(m, m.get("rating", "none"))
    c = chain_of(1, 2, 3)
    print(list(c), [twice(v) for v in c], twice("ab"), sum(c))
    print(fib(50), fib.cache_info().hits > 0, describe(3), describe([1]), describe("x"))
    print(compose(lambda x: x + 1, lambda x: x * 10, abs)(-5))
    p = Point(3)
    print(p, p._asdict(), p._replace(y=9), Point._fields, p == (3, 0), p.x + p.y)
    staff = [Employee("ann", "it", 100), Employee("bob", "ops", 80), Employee("cyd", "it", 120)]
    by_dept: defaultdict[str, list[Employee]] = defaultdict(list)
    for e in staff:
        by_dept[e.dept].append(e)
    for dept, members in sorted(by_dept.items()):
        print(dept, [m.name for m in members], max(members, key=lambda m: m.salary).raised(10))
    for dept, grp in itertools.groupby(sorted(staff, key=operator.attrgetter("dept")), key=lambda e: e.dept):
        print(dept, sum(map(operator.attrgetter("salary"), grp)))
    words = Counter("the cat and the dog and the bird".split())
    print(words.most_common(2), words["the"], words["zebra"], sum(words.values()), words & Counter(["the", "cat", "cat"]))
    print(list(itertools.islice(itertools.count(5, 5), 3)), list(itertools.chain("ab", [1])), list(itertools.combinations("abc", 2)), list(itertools.product([0, 1], repeat=2)), list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.zip_longest("ab", "c", fillvalue="-")), list(itertools.pairwise("abc")), list(itertools.batched("abcde", 2)))
    od = OrderedDict(a=1, b=2)
    od.move_to_end("a")
    print(od, ChainMap({"x": 1}, {"x": 2, "y": 3})["y"], deque([1, 2, 3], maxlen=2), string.ascii_lowercase[:5], string.Template("$who owes $$5").substitute(who="bob"))
    d = dataclasses.replace(Square(4.0), side=5.0)
    print(d, dataclasses.asdict(d), dataclasses.astuple(Circle(1.0)), [f.name for f in dataclasses.fields(Square)])
    try:
        Circle(1.0).radius = 3
    except dataclasses.FrozenInstanceError as e:
        print(type(e).__name__, e)
    mode: Literal["r", "w"] = "r"
    print({"r": "reading", "w": "writing"}[mode])
    print(functools.partial(int, base=2)("101"), list(map(operator.itemgetter(1), [(1, "a"), (2, "b")])), sorted(["b", "A", "c"], key=str.lower))


asyncio.run(main())
