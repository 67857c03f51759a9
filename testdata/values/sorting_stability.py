import asyncio
from dataclasses import dataclass
from operator import attrgetter, itemgetter


@dataclass
class Student:
    name: str
    grade: str
    age: int


async def load() -> list[Student]:
    await asyncio.sleep(0)
    return [Student(*row) for row in [("john", "A", 15), ("jane", "B", 12), ("dave", "B", 10), ("zoe", "A", 12)]]


async def main() -> None:
    students = await load()
    print([s.name for s in sorted(students, key=lambda s: s.age)])
    print([s.name for s in sorted(students, key=attrgetter("grade", "age"))])
    print([s.name for s in sorted(students, key=lambda s: s.age, reverse=True)])
    students.sort(key=lambda s: s.grade)
    print([(s.grade, s.name) for s in students])
    students.sort(key=lambda s: s.grade, reverse=True)
    print([(s.grade, s.name) for s in students])
    pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "a")]
    print(sorted(pairs), sorted(pairs, key=itemgetter(1)), sorted(pairs, key=lambda p: (-p[0], p[1])))
    print(sorted("Hello World".split() + ["apple"], key=str.casefold), sorted("banana"), sorted({"b": 1, "a": 2}))
    print(sorted([True, 0, 2.5, -1]), sorted([[2, 1], [1, 9], [1]]), sorted([(1, "x"), (1.0, "a")]))
    calls: list[int] = []

    def key(n: int) -> int:
        calls.append(n)
        return n % 3

    print(sorted([5, 3, 1, 4, 2], key=key), calls)
    words = ["bb", "a", "ccc", "dd", "e"]
    print(min(words, key=len), max(words, key=len), sorted(words, key=len, reverse=True))
    big = [(i * 7919) % 101 for i in range(60)]
    print(sorted(big)[:10], sorted(big, reverse=True)[:5], sorted(range(20), key=lambda i: (i % 4, -i)))
    try:
        sorted([3, "a", None])
    except TypeError as error:
        print(error)
    numbers = [3, 1, 2]
    print(numbers.sort(), numbers, list(reversed(numbers)), sorted(numbers, key=lambda n: -n))


asyncio.run(main())
