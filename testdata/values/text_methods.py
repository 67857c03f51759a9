import asyncio


async def clean(raw: str) -> str:
    await asyncio.sleep(0)
    return " ".join(raw.split())


def caesar(text: str, shift: int) -> str:
    out = []
    for ch in text:
        if ch.isalpha() and ch.isascii():
            base = ord("a") if ch.islower() else ord("A")
            out.append(chr((ord(ch) - base + shift) % 26 + base))
        else:
            out.append(ch)
    return "".join(out)


def is_palindrome(text: str) -> bool:
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]


async def main() -> None:
    print(repr(await clean("  many   spaces\there\n")))
    secret = caesar("Hello, Wörld!", 3)
    print(secret, caesar(secret, -3))
    print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("nope"))
    s = "The quick brown fox"
    print(s.upper(), s.lower(), s.title(), s.swapcase(), s.capitalize())
    print(s.find("quick"), s.find("slow"), s.index("fox"), s.rfind("o"), s.count("o"))
    print(s.startswith("The"), s.endswith(("fox", "dog")), "brown" in s, "x" not in s)
    print(s.replace("quick", "slow").replace("o", "0", 1), s.split("o"), s.split("o", 1), s.rsplit(" ", 1))
    print(s.partition(" "), s.rpartition(" "), "a=b=c".partition("="))
    print("x".join(["1", "2", "3"]), ",".join("abc"), "-" * 10, "ab" * 3)
    print("  pad ".strip() + "|", "xxhixx".strip("x"), "xxhi".lstrip("x"), "hixx".rstrip("x"))
    print("7".zfill(3), "-7".zfill(4), "mid".center(9, "*"), "l".ljust(3) + "|", "r".rjust(3))
    print(s[0], s[-1], s[4:9], s[::-1], s[::3], s[-3:], s[:-4])
    print("naïve café".encode(), "naïve".casefold(), len("日本語"), "日本語"[1], "straße".upper())
    print("a\tb".expandtabs(4), "one\ntwo\r\nthree".splitlines(), "tab\t'quote\"".__repr__())
    print("abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".isupper(), "".isalpha())
    print("prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"))
    print("abc" < "abd", "Z" < "a", max("hello"), sorted("hello"), ord("€"), chr(128512))
    print("hello".translate(str.maketrans("el", "ip")), "a-b_c".translate(str.maketrans({"-": " ", "_": None})))
    try:
        s.index("slow")
    except ValueError as error:
        print(error)
    try:
        print(s[99])
    except IndexError as error:
        print(error)


asyncio.run(main())
