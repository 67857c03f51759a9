import asyncio


async def divide(a: int, b: int) -> tuple[int, int]:
    await asyncio.sleep(0)
    return divmod(a, b)


async def main() -> None:
    for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5)]:
        q, r = await divide(a, b)
        print(f"{a:>3} / {b:>2} -> {q:>2} rest {r:>2}", a // b == q, a % b == r, q * b + r == a)

    print(2 ** 10, (-3) ** 3, -3 ** 2, 2 ** -1, 0 ** 0)
    print(7 & 3, 7 | 8, 5 ^ 1, ~5, 1 << 20, -17 >> 2)
    print(int("42"), int(" -7 "), int("ff", 16), int("0b101", 0), int("1_000"))
    print(int(3.99), int(-3.99), round(2.5), round(3.5), round(-2.5), round(1234, -2))
    print(abs(-5), pow(3, 4), pow(3, 4, 5), min(3, 1, 2), max([4, 9, 2]))
    print((255).bit_length(), (10).bit_count(), bin(10), oct(64), hex(255))
    print(True + True, sum([True, False, True]), True == 1, int(True))
    print(1_000_000, 0xff, 0o17, 0b1111)
    x = 10
    x += 5
    x -= 3
    x *= 2
    x //= 5
    x **= 3
    x %= 50
    x <<= 2
    x |= 1
    print(x)
    for text in ["12", "twelve", "1.5", ""]:
        try:
            print(int(text))
        except ValueError as error:
            print(error)
    try:
        await divide(1, 0)
    except ZeroDivisionError as error:
        print("error:", error)


asyncio.run(main())
