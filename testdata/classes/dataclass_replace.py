"""dataclasses.replace: frozen classes, __post_init__, fields that init leaves out, errors."""

import asyncio
import dataclasses
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Config:
    host: str
    port: int = 80
    retries: int = 3

    def with_port(self, port: int) -> "Config":
        return dataclasses.replace(self, port=port)


@dataclass
class Box:
    w: float
    h: float
    area: float = dataclasses.field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.area = self.w * self.h


@dataclass
class Span:
    lo: int
    hi: int

    def __post_init__(self) -> None:
        if self.lo > self.hi:
            raise ValueError(f"{self.lo} > {self.hi}")


@dataclass
class Base:
    a: int


@dataclass
class Sub(Base):
    b: str = "x"


def bump(s: Span) -> int:
    s.lo += 10
    return s.lo


c = Config("h")
print(c.with_port(90), c, replace(c, retries=c.retries + 1, host="k"))
print(replace(Box(2.0, 3.0), w=5.0))
s = Span(1, 99)
print(replace(s, hi=bump(s)), s)
try:
    replace(s, hi=0)
except ValueError as e:
    print(e)
for x in (Base(1), Sub(2)):
    print(replace(x, a=7))
print(replace(Sub(3, "y"), b="z"), replace(s))
try:
    replace(c, nope=1)
except TypeError as e:
    print(e)
