import asyncio

TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""


async def split_lines(text: str, out: asyncio.Queue[str | None]) -> None:
    for line in text.splitlines():
        await out.put(line.strip().lower())
    await out.put(None)


async def split_words(source: asyncio.Queue[str | None], out: asyncio.Queue[str | None]) -> None:
    while (line := await source.get()) is not None:
        for word in line.replace(",", "").split():
            await out.put(word)
    await out.put(None)


async def count_words(source: asyncio.Queue[str | None]) -> dict[str, int]:
    counts: dict[str, int] = {}
    while True:
        word = await source.get()
        if word is None:
            return counts
        counts[word] = counts.get(word, 0) + 1


async def main() -> None:
    lines: asyncio.Queue[str | None] = asyncio.Queue(1)
    words: asyncio.Queue[str | None] = asyncio.Queue(1)
    _, _, counts = await asyncio.gather(
        split_lines(TEXT, lines), split_words(lines, words), count_words(words)
    )
    top = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, count in top[:5]:
        print(f"{word:>6} {'*' * count} {count}")
    print(len(counts), "different words")


asyncio.run(main())
