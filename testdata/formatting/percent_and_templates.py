import asyncio


async def report(rows: list[tuple[str, int, float]]) -> str:
    await asyncio.sleep(0)
    lines = ["%-10s|%5s|%8s" % ("item", "qty", "price"), "-" * 25]
    for name, quantity, price in rows:
        lines.append("%-10.8s|%5d|%8.2f" % (name, quantity, price))
    lines.append("%10s|%5d|%8.2f" % ("total", sum(q for _, q, _ in rows), sum(q * p for _, q, p in rows)))
    return "\n".join(lines)


async def main() -> None:
    print(await report([("apples", 3, 0.5), ("watermelon slices", 12, 1.25), ("fig", 100, 0.333)]))
    letter = "Dear {title} {name},\n{body:>{indent}}\n{sign!r}"
    print(letter.format(title="Dr", name="Who", body="hello", indent=10, sign="me"))
    data = {"user": {"name": "Ann", "tags": ["x", "y"]}, "n": 3}
    print("{user[name]} {user[tags][1]} {n:03d}".format(**data), "{0.real} {0.imag}".format(2 + 3j), "{:%}".format(0.256))
    print("{:<8}|{:^8}|{:>8}|{:*^9}".format("left", "mid", "right", "fill"), "{:+.1e} {:,} {:#x} {:#b}".format(12345.678, 9999999, 255, 5))
    print("%s is %d years and %.1f%% done, %x %o %e %g" % ("job", 3, 45.678, 255, 8, 12345.6789, 0.00001234))
    print("%(a)s-%(b)05.1f" % {"a": 1, "b": 2.25}, "%5.1f|%-7s|%+d" % (3.14159, "ab", 5), "%r %a" % ("é", "é"), "%%", "%c" % "x")
    width, precision = 12, 4
    value = 3.14159265
    print(f"{value:{width}.{precision}f}|{value:<{width}}|{value!s:.4}|{'nested ' + f'{value:.1f}'}")
    print(f"{'a' if value > 3 else 'b'} {max(1, 2)} {[x * 2 for x in range(3)]} {({'k': 1})['k']} {(lambda x: x + 1)(2)}")
    print(f"{value = :.2f} {width=} {'text'!r:>10} {1_000_000:_} {0.1 + 0.2} {1e10:.0f} {True:d} {None!s:>6}|")
    print(f'{"double"} {data["n"]} {data["user"]["tags"][0]!r}', f"line {1}\n\ttab {2}", rf"raw \n {value:.0f}", f"{'{'}{'}'}")
    print("".join(f"{n:>4}" for n in (1, 22, 333)), "-".join(["a", "b"]), "{}{}".format("x", "y"), "{:>{w}}".format(5, w=3))
    for template, args in [("%d", ("x",)), ("%s %s", ("one",)), ("%z", (1,)), ("%(a)s", (1,)), ("%s", (1, 2))]:
        try:
            print(template % args)
        except (TypeError, ValueError, KeyError) as error:
            print(type(error).__name__, error)
    for template in ("{}{}", "{a}", "{0", "{:q}", "{!x}", "}"):
        try:
            print(template.format(1))
        except (ValueError, KeyError, IndexError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
