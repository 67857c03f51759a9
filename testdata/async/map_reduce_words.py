import asyncio
from collections import Counter
from functools import reduce

DOCUMENTS = {
    "one.txt": "a rose is a rose is a rose",
    "two.txt": "The rose that lives its little hour",
    "three.txt": "",
    "four.txt": "what's in a name? that which we call a rose",
}


async def read(name: str) -> str:
    await asyncio.sleep(0.001 * len(name))
    if name not in DOCUMENTS:
        raise FileNotFoundError(2, "No such document", name)
    return DOCUMENTS[name]


async def map_document(name: str, gate: asyncio.Semaphore) -> Counter[str]:
    async with gate:
        text = await read(name)
    words = "".join(ch if ch.isalpha() else " " for ch in text.lower()).split()
    return Counter(words)


def combine(left: Counter[str], right: Counter[str]) -> Counter[str]:
    return left + right


async def count_all(names: list[str]) -> tuple[Counter[str], list[str]]:
    gate = asyncio.Semaphore(2)
    results = await asyncio.gather(*(map_document(n, gate) for n in names), return_exceptions=True)
    good: list[Counter[str]] = []
    problems: list[str] = []
    for name, result in zip(names, results):
        if isinstance(result, FileNotFoundError):
            problems.append(f"{result.strerror}: {result.filename}")
        elif isinstance(result, BaseException):
            raise result
        else:
            print(f"{name:>9}: {sum(result.values())} words, {len(result)} different")
            good.append(result)
    return reduce(combine, good, Counter()), problems


async def main() -> None:
    total, problems = await count_all([*DOCUMENTS, "five.txt"])
    for word, n in total.most_common(4):
        print(f"{word:<6}{n}")
    print(problems)
    print(sorted(w for w, n in total.items() if n == 2))


asyncio.run(main())
