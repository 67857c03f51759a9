"""Counting words: splitting, dicts of strings, sorting by count."""


def text(n: int) -> str:
    stems = ["lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "elit", "sed"]
    seed = 7
    words: list[str] = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        words.append(stems[seed % 8] + str(seed // 8 % 500))
    return " ".join(words)


def count(line: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in line.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def main() -> None:
    line = text(300_000)
    counts = count(line)
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
    for word, n in top:
        print(f"{word:<16}{n:>6}")
    letters: dict[str, int] = {}
    for ch in line:
        if ch not in letters:
            letters[ch] = 0
        letters[ch] += 1
    print(len(counts), sum(letters.values()))


main()
