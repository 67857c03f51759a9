"""A small VM: opcodes, instructions as tuples, tokens."""
from enum import Enum, IntEnum, StrEnum
from typing import NamedTuple, Optional, Protocol


class Op(IntEnum):
    PUSH = 1
    ADD = 2
    MUL = 3
    JNZ = 4
    DUP = 5
    HALT = 255

    @property
    def has_arg(self) -> bool:
        return self in {Op.PUSH, Op.JNZ}


class TokenType(Enum):
    NUMBER = "number"
    PLUS = "+"
    STAR = "*"
    LPAREN = "("
    RPAREN = ")"
    END = "end"

    @staticmethod
    def of(ch: str) -> "TokenType":
        return TokenType(ch)


class Token(NamedTuple):
    type: TokenType
    text: str
    pos: int


class Instruction(NamedTuple):
    op: Op
    arg: Optional[int] = None

    def __str__(self) -> str:
        return self.op.name if self.arg is None else f"{self.op.name} {self.arg}"


class Sink(Protocol):
    def write(self, line: str) -> None: ...


class ListSink:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line)


class Color(StrEnum):
    RED = "red"
    GREEN = "green"


def tokenize(source: str) -> list[Token]:
    tokens: list[Token] = []
    i = 0
    while i < len(source):
        ch = source[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit():
            start = i
            while i < len(source) and source[i].isdigit():
                i += 1
            tokens.append(Token(TokenType.NUMBER, source[start:i], start))
        else:
            try:
                tokens.append(Token(TokenType.of(ch), ch, i))
            except ValueError:
                raise SyntaxError(f"bad character {ch!r} at {i}") from None
            i += 1
    tokens.append(Token(TokenType.END, "", i))
    return tokens


class Compiler:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.i = 0
        self.code: list[Instruction] = []

    @property
    def current(self) -> Token:
        return self.tokens[self.i]

    def accept(self, type: TokenType) -> bool:
        if self.current.type is type:
            self.i += 1
            return True
        return False

    def expr(self) -> None:
        self.term()
        while self.accept(TokenType.PLUS):
            self.term()
            self.code.append(Instruction(Op.ADD))

    def term(self) -> None:
        self.atom()
        while self.accept(TokenType.STAR):
            self.atom()
            self.code.append(Instruction(Op.MUL))

    def atom(self) -> None:
        token = self.current
        if self.accept(TokenType.NUMBER):
            self.code.append(Instruction(Op.PUSH, int(token.text)))
        elif self.accept(TokenType.LPAREN):
            self.expr()
            if not self.accept(TokenType.RPAREN):
                raise SyntaxError(f"expected ) at {self.current.pos}, got {self.current.type}")
        else:
            raise SyntaxError(f"unexpected {token.type.value} at {token.pos}")


def run(code: list[Instruction], sink: Sink) -> int:
    stack: list[int] = []
    for op, arg in code:
        sink.write(f"{op!s:>4} {op.name:<5}{'' if arg is None else arg}".rstrip())
        match op:
            case Op.PUSH:
                assert arg is not None
                stack.append(arg)
            case Op.ADD:
                stack.append(stack.pop() + stack.pop())
            case Op.MUL:
                stack.append(stack.pop() * stack.pop())
            case Op.HALT:
                break
            case _:
                raise NotImplementedError(op.name)
    return stack[-1]


def encode(code: list[Instruction]) -> list[int]:
    out: list[int] = []
    for ins in code:
        out.append(ins.op)
        if ins.op.has_arg and ins.arg is not None:
            out.append(ins.arg)
    return out


for source in ["1 + 2 * 3", "(1+2)*(3+4)", "2 *", "(1", "7 & 2"]:
    try:
        tokens = tokenize(source)
        compiler = Compiler(tokens)
        compiler.expr()
        code = compiler.code + [Instruction(Op.HALT)]
        sink = ListSink()
        print(source, "=", run(code, sink))
        print([str(c) for c in code], encode(code), sink.lines[:2])
        print(tokens[0], tokens[-1].type.name)
    except SyntaxError as e:
        print(source, "->", e.msg)
counts: dict[TokenType, int] = {}
for t in tokenize("1+1+1*(2)"):
    counts[t.type] = counts.get(t.type, 0) + 1
print({k.name: v for k, v in sorted(counts.items(), key=lambda kv: kv[0].value)})
print(Color.RED + "dish", Color("green").title(), Color.GREEN in ("green", "blue"), [c for c in Color], f"{Color.RED!r:<20}|", "-".join(Color))
print({Op.ADD: "add"}[Op(2)], Op.HALT == 255, Op.ADD | Op.MUL, -Op.ADD, Op.MUL ** 2, divmod(Op.HALT, Op.MUL), bytes([Op.ADD, Op.HALT]))
