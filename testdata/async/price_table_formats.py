import asyncio

PRICES = [("Widget", 3.5, 1200), ("Gadget, large", 12.25, 7), ("Bolt", 0.049, 1_000_000)]


async def quote(name: str, price: float, count: int) -> str:
    await asyncio.sleep(0)
    total = price * count
    return f"{name:<14}|{price:>10.3f}|{count:>10,}|{total:>14,.2f}|"


async def main() -> None:
    print(f"{'name':<14}|{'price':>10}|{'count':>10}|{'total':>14}|")
    print("-" * 52)
    for name, price, count in PRICES:
        print(await quote(name, price, count))

    ratio = 0.12345
    number = 48879
    name = "Ünïcode"
    width = 12
    print(f"{ratio:.1%} {ratio:e} {ratio:g} {ratio!r}")
    print(f"{number:x} {number:#X} {number:b} {number:o} {number:08d} {number:+d}")
    print(f"[{name:^{width}}] [{name:*>{width}}] [{name!a}] [{name[:3]!s:6}]")
    print(f"{number=} {ratio=:.2f} {name.upper()=}")
    print(f"{{braces}} {'quo' + 'tes'} {True} {None} {[1, 'two', 3.0]}")
    print(f"{-7 // 2} {-7 % 3} {7 / 2} {2 ** 10} {1e16} {1e-5} {123456789.0}")


asyncio.run(main())
