"""Generators that feed one another."""

from collections.abc import Iterator


def numbers(n: int) -> Iterator[int]:
    i = 0
    while i < n:
        yield i
        i += 1


def odd(xs: Iterator[int]) -> Iterator[int]:
    for x in xs:
        if x % 2:
            yield x


def squares(xs: Iterator[int]) -> Iterator[int]:
    for x in xs:
        yield x * x % 1009


def pairs(xs: Iterator[int]) -> Iterator[tuple[int, int]]:
    last = 0
    for x in xs:
        yield last, x
        last = x


def main() -> None:
    total = 0
    for a, b in pairs(squares(odd(numbers(1_000_000)))):
        if a < b:
            total += b - a
    print(total)
    print(sum(x for x in squares(odd(numbers(1_000_000))) if x > 500))
    print(max(squares(numbers(500_000))), len(list(odd(numbers(500_000)))))


main()
