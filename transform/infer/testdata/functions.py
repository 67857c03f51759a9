from typing import Callable


def apply(f: Callable[[int], int], x: int) -> int:  #: -> int
    return f(x)


def twice(x):  #: -> int
    return x * 2


def adder(n: int):  #: -> Callable[[int], int]
    def add(x):
        return x + n  #: x int; n int
    return add


def gen(n: int):  #: yields int
    for i in range(n):
        yield i


def fact(n):  #: -> big int
    if n <= 1:
        return 1
    return n * fact(n - 1)


def even(n: int) -> bool:  #: -> bool
    return True if n == 0 else odd(n - 1)


def odd(n: int) -> bool:  #: -> bool
    return False if n == 0 else even(n - 1)


def join(*parts, sep=" ", **named):  #: -> str
    return sep.join(parts) + str(len(named))  #: parts tuple[str, ...]; named dict[str, int]


def never_called(a: int, b, c: list[str]):  #: a int; b Any; c list[str]
    return a, b, c


counter = 0


def bump():  #: -> int
    global counter
    counter += 1
    return counter


add3 = adder(3)  #: add3 Callable[[int], int]
print(apply(twice, 4), add3(4), apply(lambda v: v - 1, 3), fact(30))
print(list(gen(3)), even(4), join("a", "b", k=1), bump(), sum(gen(4)))
