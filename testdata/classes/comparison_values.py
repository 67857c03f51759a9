"""Comparison methods that give something else than a bool, as query builders do."""


class Column:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return Clause(f"{self.name} = {other!r}")

    def __gt__(self, other):
        return Clause(f"{self.name} > {other!r}")

    def __lt__(self, other):
        return Clause(f"{self.name} < {other!r}")


class Clause:
    def __init__(self, text):
        self.text = text

    def __and__(self, other):
        return Clause(f"({self.text} AND {other.text})")

    def __repr__(self):
        return self.text


age = Column("age")
adult = age > 17
print(adult.text)
print((age == 30) & (age > 2), 5 < age)
print(18 < age < 65)


def condition(column, operator, value):
    if operator == "gt":
        return column > value
    return column == value


print(condition(age, "gt", 1), condition(age, "eq", 2))


class Level:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n

    def __ge__(self, other):
        return []


low, high = Level(0), Level(3)
print(low < high, high < low, high < low < 1, low < high < low)
print("any" if low >= high else "none", not high < low)


def smaller(a, b):
    return a < b


print(smaller(1, 2), smaller(high, low), smaller("b", "a"))


class Quiet:
    def __lt__(self, other):
        print("asked")

    def __gt__(self, other):
        return NotImplemented


print(Quiet() < Quiet())
try:
    print(Quiet() > 1)
except TypeError as error:
    print(error)
