"""A recursive descent parser and evaluator for arithmetic."""
import asyncio
import math
from dataclasses import dataclass
from typing import Callable, Iterator, Union


@dataclass
class Token:
    kind: str
    text: str
    pos: int


class ParseError(Exception):
    def __init__(self, message: str, pos: int) -> None:
        super().__init__(f"{message} at {pos}")
        self.pos = pos


def tokenize(text: str) -> Iterator[Token]:
    i = 0
    while i < len(text):
        ch = text[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield Token("num", text[start:i], start)
        elif ch.isalpha():
            start = i
            while i < len(text) and text[i].isalnum():
                i += 1
            yield Token("name", text[start:i], start)
        elif ch in "+-*/^(),=":
            yield Token(ch, ch, i)
            i += 1
        else:
            raise ParseError(f"unexpected {ch!r}", i)
    yield Token("end", "", len(text))


Expr = Union[float, str, tuple]


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = list(tokenize(text))
        self.index = 0

    @property
    def current(self) -> Token:
        return self.tokens[self.index]

    def accept(self, *kinds: str) -> Token | None:
        if self.current.kind in kinds:
            token = self.current
            self.index += 1
            return token
        return None

    def expect(self, kind: str) -> Token:
        token = self.accept(kind)
        if token is None:
            raise ParseError(f"expected {kind}, got {self.current.text or 'end'}", self.current.pos)
        return token

    def parse(self) -> Expr:
        expr = self.sum()
        self.expect("end")
        return expr

    def sum(self) -> Expr:
        left = self.product()
        while op := self.accept("+", "-"):
            left = (op.kind, left, self.product())
        return left

    def product(self) -> Expr:
        left = self.unary()
        while op := self.accept("*", "/"):
            left = (op.kind, left, self.unary())
        return left

    def unary(self) -> Expr:
        if self.accept("-"):
            return ("neg", self.unary())
        return self.power()

    def power(self) -> Expr:
        base = self.atom()
        if self.accept("^"):
            return ("^", base, self.unary())
        return base

    def atom(self) -> Expr:
        if token := self.accept("num"):
            return float(token.text)
        if token := self.accept("name"):
            if not self.accept("("):
                return token.text
            args = [self.sum()]
            while self.accept(","):
                args.append(self.sum())
            self.expect(")")
            return ("call", token.text, *args)
        self.expect("(")
        inner = self.sum()
        self.expect(")")
        return inner


FUNCTIONS: dict[str, Callable[..., float]] = {"sqrt": math.sqrt, "max": max, "hyp": math.hypot}


async def evaluate(expr: Expr, names: dict[str, float]) -> float:
    match expr:
        case float(value):
            return value
        case str(name):
            return names[name]
        case ("neg", operand):
            return -await evaluate(operand, names)
        case ("call", name, *args):
            values = await asyncio.gather(*(evaluate(a, names) for a in args))
            return FUNCTIONS[name](*values)
        case (op, left, right):
            a, b = await evaluate(left, names), await evaluate(right, names)
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "^": lambda: a ** b}[op]()
    raise AssertionError(expr)


async def main() -> None:
    names = {"pi": 3.0, "x": 2.0}
    for line in ["1 + 2 * 3", "(1 + 2) * 3", "-2 ^ 2", "2 ^ 3 ^ 2", "sqrt(16) + max(x, 7, pi)", "hyp(3,4)/x", "10 / 4 - .5",
                 "1 +", "2 $ 3", "(1", "y + 1", "1 / 0", "sqrt(0-1)", "f(1)", "1 2"]:
        try:
            tree = Parser(line).parse()
            print(f"{line:<26} = {await evaluate(tree, names):g}")
        except ParseError as error:
            print(f"{line:<26} ! {error}")
        except KeyError as error:
            print(f"{line:<26} ! unknown name {error}")
        except ArithmeticError as error:
            print(f"{line:<26} ! {type(error).__name__}: {error}")
        except ValueError:
            print(f"{line:<26} ! bad value")
    print(Parser("a + b * -c").parse())


asyncio.run(main())
