import asyncio
from datetime import date


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __format__(self, spec: str) -> str:
        if spec == "short":
            return f"${self.cents // 100}"
        return f"${self.cents / 100:{spec or '.2f'}}"

    def __str__(self) -> str:
        return "some money"


async def row(*cells: object) -> str:
    await asyncio.sleep(0)
    return " | ".join(f"{cell!s:>9}" for cell in cells)


async def main() -> None:
    print(await row("name", 1, 2.5, None, [1]))
    for spec in ["", "5", "<5", ">5", "^5", "05", "+", " ", "x", "b", "c", ",", "_", "e", ".1f", "%", "n", "#o", "=+6"]:
        print(f"[{format(65, spec)}]", end="")
    print()
    for spec in ["", "10", ".3", ".0f", "08.2f", "+.2e", "g", ".10g", "%", ",.2f", "_.1f", "<9", "^9.1f", "G", "#.0f", "z.0f"]:
        print(f"[{format(1234.5678, spec)}]", end="")
    print()
    for spec in ["", "6", ">6", "^6", "*^7", ".2", "-<6.1", "s"]:
        print(f"[{format('abc', spec)}]", end="")
    print()
    for value in [0.0, -0.0, 1e-10, 1e10, float("inf"), float("nan"), 123456789.123]:
        print(f"{value:g} {value:.2f} {value:10.3e} {value:%}", end=" / ")
    print()
    print(f"{Money(1999)} {Money(1999):short} {Money(1999):>10.1f} {Money(5)!s:>12}")
    print(f"{date(2024, 2, 29):%d.%m.%Y} {True:5d} {True:>6} {3 + 4j:.1f} {(1, 2)!s:>8}")
    print(f"{12345678:,} {12345678:_} {0xDEADBEEF:_x} {-1234:010,d} {255:#06x} {3:<4}|{-3:=5}|")
    print("{} {}".format("a", 1), "{1} {0} {1}".format("x", "y"), "{name}:{value:>4}".format(name="n", value=7))
    print("{0[1]} {0[0]} {d[key]} {p.real}".format([1, 2], d={"key": "v"}, p=5), "{:{w}.{p}}".format("abcdef", w=8, p=2))
    print("{!r:>6} {!s} {{}}".format("q", "s"), "{:>{}}".format("right", 8))
    print("%d %5d %-5d| %05d %+d %x %X %o" % (42, 42, 42, 42, 42, 255, 255, 8))
    print("%f %.2f %8.3f %e %g %s %r %a %c %%" % (1.5, 1.555, 3.14159, 12345.678, 0.0001, "str", "rep", "é", "z"))
    print("%(name)s is %(age)03d" % {"name": "Bo", "age": 7}, "%s" % (1,), "%s" % [1, 2], "%5s|%-5s|%.2s" % ("a", "b", "cde"))
    print("%*d %-*s|" % (5, 42, 4, "x"), "%i" % 3.99, "%c%c" % (65, "B"))
    for bad in ["{:d}", "{:z}", "{:,s}", "{1}"]:
        try:
            print(bad.format("text"))
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
    for template, args in [("%d", "x"), ("%s %s", "one"), ("%s", (1, 2))]:
        try:
            print(template % args)
        except TypeError as error:
            print(error)


asyncio.run(main())
