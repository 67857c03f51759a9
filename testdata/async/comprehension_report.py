import asyncio

WORDS = "the quick brown fox jumps over the lazy dog while the cat sleeps".split()


async def lengths(words: list[str]) -> dict[str, int]:
    await asyncio.sleep(0)
    return {word: len(word) for word in words}


async def main() -> None:
    table = await lengths(WORDS)
    print(table)
    long_words = [word.title() for word, size in table.items() if size > 4]
    print(long_words)
    print(sorted({size for size in table.values()}))
    print({size: [w for w in table if len(w) == size] for size in sorted(set(table.values()))})

    matrix = [[row * 3 + col for col in range(3)] for row in range(3)]
    print(matrix)
    print([value for row in matrix for value in row if value % 2])
    print([[row[i] for row in matrix] for i in range(3)])
    print([(a, b) for a in range(3) for b in "xy" if (a, b) != (1, "y")])

    squares = [await double(n) for n in range(5)]
    print(squares)
    print({n: await double(n) for n in (7, 8)})
    print(sum(n * n for n in range(10)), any(w == "fox" for w in WORDS))
    print(max((len(w), w) for w in WORDS))


async def double(n: int) -> int:
    await asyncio.sleep(0)
    return n * 2


asyncio.run(main())
