import asyncio
import itertools as it
import operator


async def pages(total: int, size: int):
    for start in range(0, total, size):
        await asyncio.sleep(0)
        yield range(start, min(start + size, total))


async def main() -> None:
    print([list(p) async for p in pages(7, 3)])
    print(list(it.islice(it.count(10, 5), 4)), list(it.islice("abcdefg", 1, 6, 2)), list(it.repeat("x", 3)))
    print(list(it.islice(it.cycle("ab"), 5)), list(it.chain([1], (2, 3), "4")), list(it.chain.from_iterable([[1, 2], [3]])))
    print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)), list(it.accumulate("abc", initial=">")))
    print(list(it.product("ab", [1, 2])), len(list(it.product(range(3), repeat=3))))
    print(list(it.permutations("abc", 2)), list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)))
    print(list(it.takewhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda n: n < 3, [1, 2, 3, 1])), list(it.filterfalse(None, [0, 1, ""])))
    print(list(it.zip_longest("ab", [1], fillvalue="-")), list(it.compress("abcd", [1, 0, 1, 0])), list(it.starmap(pow, [(2, 3), (3, 2)])))
    print(list(it.pairwise("abcd")), [list(b) for b in it.batched("abcdefg", 3)])
    words = sorted(["apple", "ant", "bee", "bat", "cow"], key=lambda w: w[0])
    print({k: list(g) for k, g in it.groupby(words, key=lambda w: w[0])})
    print([(k, len(list(g))) for k, g in it.groupby("aaabccd")])
    a, b, c = it.tee([1, 2, 3], 3)
    print(next(a), list(b), list(a), sum(c))
    counter = it.count()
    print(next(counter), next(counter), dict(zip("abc", counter)))
    print(operator.add(2, 3), operator.itemgetter(1, 0)(["a", "b"]), operator.attrgetter("real")(5), operator.methodcaller("upper")("x"))
    rows = [{"n": "b", "v": 2}, {"n": "a", "v": 2}, {"n": "c", "v": 1}]
    print([r["n"] for r in sorted(rows, key=operator.itemgetter("v", "n"))], list(map(operator.mul, [1, 2], [3, 4])))
    print(sum(it.starmap(operator.mul, zip([1, 2, 3], [4, 5, 6]))), list(it.accumulate(range(1, 6), operator.mul)))


asyncio.run(main())
