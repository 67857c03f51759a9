import asyncio


async def visitors(day: str) -> set[int]:
    await asyncio.sleep(0)
    return {"mon": {3, 1, 2, 40}, "tue": {2, 3, 5}, "wed": set()}[day]


async def main() -> None:
    mon, tue, wed = await asyncio.gather(*map(visitors, ["mon", "tue", "wed"]))
    print(mon, tue, wed)
    print(mon | tue, mon & tue, mon - tue, mon ^ tue)
    print(mon.union(tue, [100]), mon.intersection(tue, {3}), mon.isdisjoint({9}))
    print({2, 3} <= tue, tue >= {5}, {2} < {2}, wed < tue, mon == {40, 3, 2, 1})
    mon.add(7)
    mon.discard(1000)
    mon.remove(40)
    print(mon, len(mon), 7 in mon, 8 in mon)
    mon &= {1, 2, 3, 7, 9}
    mon |= {64}
    mon -= {1}
    print(mon)
    frozen = frozenset("hello")
    print(len(frozen), sorted(frozen), frozen == set("ehlo"), hash(frozen) == hash(frozenset("ohell")))
    print({frozenset([1, 2]): "pair"}[frozenset((2, 1))])
    print(set([1, 1.0, True, 2]), {0, -1, -2, 10 ** 6}, {x % 7 for x in range(0, 100, 13)})
    print(set(range(20, 0, -3)), {1000, 8, 16, 24, 9})
    seen = set()
    duplicates = [x for x in [3, 1, 3, 2, 1] if x in seen or seen.add(x)]
    print(duplicates, seen)
    numbers = {5, 1, 9}
    print(numbers.pop() in {1, 5, 9}, len(numbers))
    for action in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [2], lambda: {[]}):
        try:
            action()
        except (KeyError, TypeError) as error:
            print(type(error).__name__, error)
    words = {"apple", "banana", "cherry"}
    print(sorted(words), "banana" in words, max(words))


asyncio.run(main())
