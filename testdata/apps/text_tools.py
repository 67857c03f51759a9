import re
import string
from collections import Counter, defaultdict, namedtuple

TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps;
the fox -- clever as ever -- runs away! "Why?" asked the dog."""

Word = namedtuple("Word", "text count")


def words(text):
    return re.findall(r"[a-z']+", text.lower())


def caesar(s, k):
    table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[k:] + string.ascii_lowercase[:k])
    return s.translate(table)


def is_palindrome(s):
    cleaned = "".join(c for c in s.lower() if c.isalnum())
    return cleaned == cleaned[::-1]


def wrap(text, width):
    lines, line = [], ""
    for w in text.split():
        if line and len(line) + 1 + len(w) > width:
            lines.append(line)
            line = w
        else:
            line = f"{line} {w}".strip()
    return lines + [line]


def table(rows, headers):
    widths = [max(len(str(r[i])) for r in [headers, *rows]) for i in range(len(headers))]
    sep = "+".join("-" * (w + 2) for w in widths)
    out = [sep, "|".join(f" {h:^{w}} " for h, w in zip(headers, widths)), sep]
    for row in rows:
        out.append("|".join(f" {c:>{w}} " if isinstance(c, (int, float)) else f" {c:<{w}} " for c, w in zip(row, widths)))
    return "\n".join(out + [sep])


def roman(n):
    out = ""
    for value, sym in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += sym * count
    return out


counts = Counter(words(TEXT))
print(counts.most_common(3), counts["dog"], counts["cat"])
index = defaultdict(set)
for i, line in enumerate(TEXT.splitlines(), 1):
    for w in words(line):
        index[w].add(i)
print({w: sorted(ls) for w, ls in sorted(index.items()) if len(ls) > 1})
top = [Word(*pair) for pair in counts.most_common(2)]
print(top, top[0].text.title(), top[0]._replace(count=0), Word._fields)
print(caesar("hello, world", 3), caesar(caesar("hello", 3), -3))
print([p for p in ("A man, a plan, a canal: Panama", "nope", "") if is_palindrome(p)])
print("\n".join(wrap(TEXT, 30)))
print(table([("apple", 3, 1.25), ("kiwi", 12, 0.5)], ("fruit", "qty", "price")))
print([roman(n) for n in (4, 9, 14, 1994, 2024)])
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"), re.split(r"[,;]\s*", "a, b;c,d"))
m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05-06")
print(m.group("year"), m.groupdict(), m.span(), bool(re.match("x", "y")))
print("{0!r:>10}|{1:<8}|{name:^9}|{2:+.3e}".format("a", "b", 12345.678, name="mid"), f"{255:#x} {255:08b} {1e6:,.0f} {0.256:.1%}")
print("tab\tsep".expandtabs(8), "a-b_c".replace("-", "_").split("_"), "x".join("123"), "MiXed".swapcase(), "  pad ".strip(), "42".zfill(5))
print(sorted("banana"), "".join(sorted(set("banana"))), "banana".count("an"), "banana".rfind("an"), "ß".upper(), "éa".encode(), ascii("é"))
