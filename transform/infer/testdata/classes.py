from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Color(Enum):
    RED = 1
    GREEN = 2


class Point(NamedTuple):
    x: int
    y: int = 0


class Animal:
    count = 0

    def __init__(self, name: str):
        self.name = name
        self.friends = []
        Animal.count += 1

    def speak(self) -> str:
        return "..."

    @property
    def loud(self):  #: -> str
        return self.speak().upper()

    @staticmethod
    def make(name: str):  #: -> Animal
        return Animal(name)

    @classmethod
    def anonymous(cls):
        return cls("?")


class Dog(Animal):
    def speak(self) -> str:
        return "Woof"

    def meet(self, other: Animal):
        self.friends.append(other)


@dataclass
class Team:
    leader: Animal
    names: list[str] = field(default_factory=list)
    scores: dict[str, int] = field(default_factory=dict)


class Money:
    def __init__(self, cents: int):
        self.cents = cents

    def __add__(self, other: "Money") -> "Money":
        return Money(self.cents + other.cents)

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents == other.cents  #: other Money


d = Dog("rex")  #: d Dog
d.meet(Animal("tom"))
print(d.loud, d.friends[0].name, Animal.count, Animal.make("x").speak())  #: .friends list[Animal]; .name str
a: Animal = d if d.name else Animal("z")  #: a Animal
print(a.speak())
t = Team(d)  #: t Team
t.names.append("a")
t.scores["a"] = 1
m = Money(1) + Money(2)  #: m Money
print(m.cents, m == Money(3))  #: .cents int
c = Color.RED  #: c Color
print(c.name, c.value)  #: .name str; .value int
p = Point(1)  #: p Point
x, y = p  #: x int; y int
print(p.x + y, t)  #: .x int


class Bag:
    def __getattr__(self, name):
        return name


b = Bag()  #: b Any
print(b.anything)
