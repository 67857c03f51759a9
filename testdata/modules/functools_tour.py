import asyncio
import functools
from functools import cache, cached_property, lru_cache, partial, reduce, singledispatch, total_ordering, wraps


class Report:
    def __init__(self, numbers: list[int]) -> None:
        self.numbers = numbers
        self.computed = 0

    @cached_property
    def summary(self) -> str:
        self.computed += 1
        return f"{min(self.numbers)}..{max(self.numbers)}"

    @functools.singledispatchmethod
    def add(self, value) -> None:
        raise TypeError(f"cannot add {type(value).__name__}")

    @add.register
    def _(self, value: int) -> None:
        self.numbers.append(value)

    @add.register
    def _(self, value: list) -> None:
        self.numbers.extend(value)


@singledispatch
def show(value) -> str:
    return f"something {value!r}"


@show.register
def _(value: int) -> str:
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def show_sequence(value) -> str:
    return "sequence of " + ", ".join(show(v) for v in value)


@show.register
def _(value: None) -> str:
    return "none"


@total_ordering
class Card:
    def __init__(self, rank: int) -> None:
        self.rank = rank

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Card) and self.rank == other.rank

    def __lt__(self, other: "Card") -> bool:
        return self.rank < other.rank


calls: list[int] = []


@lru_cache(maxsize=2)
def slow_square(n: int) -> int:
    calls.append(n)
    return n * n


@cache
def grid_paths(rows: int, cols: int) -> int:
    if rows == 1 or cols == 1:
        return 1
    return grid_paths(rows - 1, cols) + grid_paths(rows, cols - 1)


def async_cache(func):
    stored = {}

    @wraps(func)
    async def wrapper(*args):
        if args not in stored:
            stored[args] = await func(*args)
        return stored[args]

    wrapper.stored = stored
    return wrapper


@async_cache
async def lookup(host: str) -> str:
    """Resolve a name."""
    print("resolving", host)
    await asyncio.sleep(0)
    return f"10.0.0.{len(host)}"


async def main() -> None:
    report = Report([3, 1, 2])
    print(report.summary, report.summary, report.computed)
    report.add(9)
    report.add([0, 7])
    print(report.numbers, report.summary)
    try:
        report.add("x")
    except TypeError as error:
        print(error)
    print(show(1), "|", show("s"), "|", show([1, None, (2.5,)]), "|", show(True))
    print(Card(3) > Card(2), Card(2) >= Card(2), Card(1) <= Card(0), max([Card(4), Card(9)]).rank)
    print([slow_square(n) for n in (2, 3, 2, 4, 3)], calls, slow_square.cache_info())
    slow_square.cache_clear()
    print(slow_square.cache_info().currsize, grid_paths(16, 16))
    print(await lookup("db"), await lookup("web"), await lookup("db"), lookup.__doc__, lookup.stored)
    power = partial(pow, 2)
    parse_hex = partial(int, base=16)
    print(power(5), parse_hex("ff"), power.args, parse_hex.keywords)
    print(reduce(lambda a, b: a + b, [[1], [2]], []), reduce(max, [3, 9, 2]))
    try:
        reduce(max, [])
    except TypeError as error:
        print(error)
    print(sorted(["b10", "a2", "a10"], key=functools.cmp_to_key(lambda a, b: (a[0] > b[0]) - (a[0] < b[0]) or int(a[1:]) - int(b[1:]))))


asyncio.run(main())
