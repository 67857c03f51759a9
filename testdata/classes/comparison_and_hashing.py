from functools import total_ordering


class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount = amount
        self.currency = currency

    def __eq__(self, other):
        if isinstance(other, Money):
            return (self.amount, self.currency) == (other.amount, other.currency)
        if isinstance(other, (int, float)):
            return self.amount == other
        return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount < other.amount

    def __le__(self, other):
        return self < other or self == other

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __repr__(self):
        return f"{self.amount} {self.currency}"


class NoHash:
    def __eq__(self, other):
        return True


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


class AlwaysFirst:
    def __lt__(self, other):
        return True

    def __gt__(self, other):
        return False


a, b = Money(5), Money(7)
print(a == Money(5), a == 5, 5 == a, a != b, a == "x", a < b, b > a, a <= Money(5), a >= b)
print({a: "five"}[Money(5)], len({a, Money(5), b}), a in [Money(5)], [b, a].index(5), sorted([b, a]), max(a, b), min([b, a]))
for wrong in (lambda: a < 5, lambda: {NoHash()}, lambda: sorted([1, "a"]), lambda: max(a, 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
versions = [Version(v) for v in ("1.10", "1.9", "2.0", "1.9.1")]
print(sorted(versions), max(versions), Version("1.0") >= Version("1"), Version("1") <= Version("1"))
print(sorted([3, AlwaysFirst(), 1], key=lambda v: isinstance(v, int))[1:], NoHash() == 3, NoHash() != 3)
print((1, a) < (1, b), [a] == [Money(5)], (a, 1) == (Money(5), 1.0), {"k": a} == {"k": 5})
print(object() == object(), (x := object()) == x, None == a, a is not None)
