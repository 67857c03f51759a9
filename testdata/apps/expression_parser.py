import re
from dataclasses import dataclass
from typing import Iterator, Optional, Union

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(.))")


@dataclass
class Num:
    value: float


@dataclass
class Var:
    name: str


@dataclass
class BinOp:
    op: str
    left: "Expr"
    right: "Expr"


@dataclass
class Call:
    func: str
    args: list["Expr"]


Expr = Union[Num, Var, BinOp, Call]


class ParseError(ValueError):
    def __init__(self, message: str, pos: int):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


class Lexer:
    def __init__(self, text: str):
        self.tokens = list(self._scan(text))
        self.i = 0

    def _scan(self, text: str) -> Iterator[tuple[str, str, int]]:
        for m in TOKEN.finditer(text):
            num, name, op = m.groups()
            if num:
                yield ("num", num, m.start(1))
            elif name:
                yield ("name", name, m.start(2))
            elif op.strip():
                yield ("op", op, m.start(3))
        yield ("end", "", len(text))

    def peek(self) -> tuple[str, str, int]:
        return self.tokens[self.i]

    def next(self) -> tuple[str, str, int]:
        tok = self.tokens[self.i]
        self.i += 1
        return tok

    def accept(self, text: str) -> bool:
        if self.peek()[1] == text:
            self.i += 1
            return True
        return False

    def expect(self, text: str) -> None:
        kind, got, pos = self.next()
        if got != text:
            raise ParseError(f"expected {text!r}, got {got!r}", pos)


PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def parse_expr(lex: Lexer, min_prec: int = 1) -> Expr:
    left = parse_atom(lex)
    while True:
        kind, op, pos = lex.peek()
        prec = PRECEDENCE.get(op, 0)
        if kind != "op" or prec < min_prec:
            return left
        lex.next()
        right = parse_expr(lex, prec + (0 if op == "^" else 1))
        left = BinOp(op, left, right)


def parse_atom(lex: Lexer) -> Expr:
    kind, text, pos = lex.next()
    if kind == "num":
        return Num(float(text))
    if kind == "name":
        if lex.accept("("):
            args = []
            if not lex.accept(")"):
                args.append(parse_expr(lex))
                while lex.accept(","):
                    args.append(parse_expr(lex))
                lex.expect(")")
            return Call(text, args)
        return Var(text)
    if text == "(":
        inner = parse_expr(lex)
        lex.expect(")")
        return inner
    if text == "-":
        return BinOp("-", Num(0.0), parse_atom(lex))
    raise ParseError(f"unexpected {text!r}", pos)


FUNCS = {"max": max, "min": min, "abs": abs}


def evaluate(e: Expr, env: dict[str, float]) -> float:
    match e:
        case Num(value):
            return value
        case Var(name) if name in env:
            return env[name]
        case Var(name):
            raise NameError(f"unknown variable {name}")
        case BinOp("+", l, r):
            return evaluate(l, env) + evaluate(r, env)
        case BinOp("-", l, r):
            return evaluate(l, env) - evaluate(r, env)
        case BinOp("*", l, r):
            return evaluate(l, env) * evaluate(r, env)
        case BinOp("/", l, r):
            return evaluate(l, env) / evaluate(r, env)
        case BinOp("^", l, r):
            return evaluate(l, env) ** evaluate(r, env)
        case Call(func, args):
            return FUNCS[func](*[evaluate(a, env) for a in args])
    raise TypeError(e)


def show(e: Expr) -> str:
    if isinstance(e, Num):
        return f"{e.value:g}"
    if isinstance(e, Var):
        return e.name
    if isinstance(e, Call):
        return f"{e.func}({', '.join(map(show, e.args))})"
    return f"({show(e.left)} {e.op} {show(e.right)})"


def main() -> None:
    env = {"x": 3.0, "y": 4.0}
    for text in ["1 + 2 * 3", "(1 + 2) * x", "2 ^ 3 ^ 2", "max(x, y, 10 / 4) - -1", "1 / (x - 3)", "x +", "foo + 1", "(1", "3 $ 4"]:
        try:
            lex = Lexer(text)
            tree = parse_expr(lex)
            if lex.peek()[0] != "end":
                raise ParseError("trailing input", lex.peek()[2])
            print(f"{text:<24} {show(tree):<30} = {evaluate(tree, env):.3f}")
        except ParseError as err:
            print(f"{text:<24} parse error: {err} [{err.pos}]")
        except (NameError, ZeroDivisionError) as err:
            print(f"{text:<24} {type(err).__name__}: {err}")
    print(parse_expr(Lexer("a*b")))


main()
