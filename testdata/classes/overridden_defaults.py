"""Documents that render themselves: defaults and operators that subclasses change."""


class Part:
    limit = 3

    def __init__(self, size: int, weight: int = 2) -> None:
        self.size = size
        self.weight = weight
        self.open = 0

    def describe(self, sep: str = ":") -> str:
        return f"{self.name()}{sep}{self.size}"

    def name(self) -> str:
        return "part"

    def too_big(self) -> bool:
        return self.size > self.limit

    def __enter__(self):
        self.open += 1
        return self

    def __exit__(self, *error) -> bool:
        self.open -= 1
        return error[0] is ValueError


class Chapter(Part):
    def name(self) -> str:
        return "chapter/" + super().name()


class Section(Chapter):
    limit = 1

    def describe(self, sep: str = "-") -> str:
        return "<" + super().describe(sep) + ">"


class Length:
    def __init__(self, mm: int) -> None:
        self.mm = mm

    def __add__(self, other):
        if isinstance(other, int):
            return type(self)(self.mm + other)
        if not isinstance(other, Length):
            return NotImplemented
        return type(self)(self.mm + other.mm)

    def __radd__(self, other):
        return type(self)(other + self.mm)


class Inch(Length):
    def __init__(self, mm: int) -> None:
        super().__init__(mm)
        self.inches = mm / 25.4


class Count(int):
    pass


class Tags(set):
    pass


def visit(part):
    print(part.describe(), part.describe("+"), part.too_big(), type(part).limit)
    with part as inside:
        print("inside", inside.name(), inside.open)
        raise ValueError("left early")


def probe(value):
    for action in (lambda: len(value), lambda: value[0], lambda: 1 in value, lambda: [*value], lambda: {*value}):
        try:
            print(action())
        except TypeError as error:
            print(error)


for part in [Part(2), Chapter(4), Section(2)]:
    visit(part)
    print(part.open)
total = sum([Length(3), Inch(254), Length(1)])
print(type(total).__name__, total.mm, (5 + Inch(20)).mm, sum([Inch(254)]).inches)
for value in (Count(3), Tags([1]), 2.5):
    probe(value)
rows = [("a", 1.5), ("b", 2), ("c", 0.5)]
rows.sort(key=lambda row: row[1], reverse=True)
print(rows)
