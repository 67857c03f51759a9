from abc import ABC, abstractmethod


class Shape(ABC):
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    @abstractmethod
    def area(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area():.2f}"

    def __lt__(self, other):
        return self.area() < other.area()


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return 3.14159 * self.r ** 2


class Rect(Shape):
    def __init__(self, w, h, name="rect"):
        super().__init__(name)
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h

    def __eq__(self, other):
        return (self.w, self.h) == (other.w, other.h)


class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s, name="square")

    def describe(self):
        return super().describe().upper()


shapes = [Circle(1), Rect(2, 3), Square(2), Circle(0.5)]
for s in sorted(shapes):
    print(s.describe())
print(Shape.count, min(shapes).name, max(shapes).describe(), Square(2) == Rect(2, 2))
try:
    Shape("x")
except TypeError as e:
    print(e)
try:
    hash(Rect(1, 2))
except TypeError as e:
    print(e)


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [k.__name__ for k in D.__mro__], D.mro()[-1])
try:
    class Bad(A, B):
        pass
except TypeError as e:
    print(e)


class Mixin:
    def to_dict(self):
        return {k: v for k, v in self.__dict__.items() if not k.startswith("_")}


class Account(Mixin):
    interest = 0.05
    _instances = []

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self._secret = "s"
        self.__private = "p"
        self._instances.append(self)

    def deposit(self, n):
        self.balance += n
        return self

    @classmethod
    def from_string(cls, s):
        owner, balance = s.split(":")
        return cls(owner, float(balance))

    @staticmethod
    def valid(n):
        return n > 0

    def __iter__(self):
        yield self.owner
        yield self.balance

    def __contains__(self, x):
        return x == self.owner

    def __call__(self, n):
        return self.balance * n


a = Account("ann").deposit(5).deposit(10)
b = Account.from_string("bob:2.5")
print(a.to_dict(), tuple(b), "ann" in a, a(2), Account.valid(-1), len(Account._instances))
print(a._Account__private, hasattr(a, "__private"), sorted(a.__dict__))
a.interest = 0.1
print(a.interest, b.interest, Account.interest, "interest" in vars(b))
print(isinstance(a, Mixin), type(a) is Account, a.__class__.__name__, Account.deposit.__qualname__)
print(getattr(a, "balance"), callable(a), callable(a.balance), a.deposit.__name__)
