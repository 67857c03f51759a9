"""Sorting records by keys, and a merge sort by hand."""

from dataclasses import dataclass


@dataclass
class Record:
    name: str
    age: int
    score: float


def records(n: int) -> list[Record]:
    seed = 42
    out: list[Record] = []
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(Record(f"n{seed % 1000}", seed // 1000 % 90, seed / 7.0))
    return out


def merge_sort(xs: list[int]) -> list[int]:
    if len(xs) <= 1:
        return xs
    mid = len(xs) // 2
    a, b = merge_sort(xs[:mid]), merge_sort(xs[mid:])
    out: list[int] = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    out.extend(a[i:])
    out.extend(b[j:])
    return out


def main() -> None:
    rs = records(200_000)
    by_age = sorted(rs, key=lambda r: r.age)
    by_name = sorted(rs, key=lambda r: (r.name, -r.age))
    by_score = sorted(rs, key=lambda r: r.score, reverse=True)
    print(by_age[0].name, by_name[0].age, f"{by_score[0].score:.3f}")
    ages = merge_sort([r.age * 1000 + i % 1000 for i, r in enumerate(rs)])
    print(ages[0], ages[-1], ages == sorted(ages))


main()
