"""Building text: concatenation, formatting, joining, slicing, searching."""


def build(n: int) -> str:
    parts: list[str] = []
    for i in range(n):
        parts.append(f"{i}:{i * i % 97:02d};")
    return "".join(parts)


def reverse_words(s: str) -> str:
    return " ".join(w[::-1] for w in s.split(" "))


def grow(n: int) -> str:
    out = ""
    for i in range(n):
        out += chr(97 + i % 26)
        if i % 1000 == 999:
            out = out.upper() if i % 2000 == 999 else out.lower()
    return out


def main() -> None:
    s = build(400_000)
    print(len(s), s[:20], s.count("1:"), s.find("399999:"))
    line = "the quick brown fox jumps over the lazy dog " * 2000
    for _ in range(10):
        line = reverse_words(line)
    print(len(line), line[:19])
    g = grow(100_000)
    print(len(g), g[-5:])
    vowels = 0
    for ch in s:
        if ch == "1" or ch in "aeiou":
            vowels += 1
    print(vowels, s.replace("1", "one").upper().count("ONE"))


main()
