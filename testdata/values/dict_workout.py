import asyncio

STOCK = {"apple": 3, "banana": 0, "cherry": 12}


async def restock(stock: dict[str, int], orders: dict[str, int]) -> dict[str, int]:
    result = dict(stock)
    for name, count in orders.items():
        await asyncio.sleep(0)
        result[name] = result.get(name, 0) + count
    return result


async def main() -> None:
    stock = await restock(STOCK, {"banana": 5, "date": 7})
    print(stock, len(stock), STOCK)
    print(list(stock), list(stock.values()), list(stock.items()))
    print("apple" in stock, "fig" in stock, stock.get("fig"), stock.get("fig", -1))
    print(stock.pop("apple"), stock.pop("fig", None), stock.setdefault("kiwi", 1), stock.setdefault("date", 0))
    print(stock)
    stock.update({"kiwi": 9}, lime=2)
    stock |= {"mango": 4}
    print(stock, {"a": 1} | {"a": 2, "b": 3})
    del stock["lime"]
    print(stock.popitem(), stock)
    print(sorted(stock, key=lambda name: stock[name], reverse=True))
    print({"x": 1, "y": 2} == {"y": 2, "x": 1}, dict([("k", "v")]), dict(a=1, b=2), dict(zip("ab", [1, 2])))
    inverted = {count: name for name, count in stock.items()}
    print(inverted)
    print(max(stock.items(), key=lambda item: item[1]), min(stock))

    groups: dict[int, list[str]] = {}
    for word in "one two three four five six".split():
        groups.setdefault(len(word), []).append(word)
    print(groups)
    nested = {"a": {"b": {"c": [1, 2, {"d": None}]}}}
    print(nested["a"]["b"]["c"][2], nested)
    mixed = {1: "int", "1": "str", (1, 2): "tuple", None: "none", True: "bool", 2.0: "float"}
    print(mixed, mixed[1.0], mixed[2])
    print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
    keys = {"a": 1, "b": 2}.keys() & {"b": 3, "c": 4}.keys()
    print(keys, list(reversed({"x": 1, "y": 2})))
    for key in ["kiwi", "grape"]:
        try:
            print(key, stock[key])
        except KeyError as error:
            print("no", error, repr(error), error.args)
    try:
        for key in stock:
            stock[key + "!"] = 0
    except RuntimeError as error:
        print(error)
    try:
        {[]: 1}
    except TypeError as error:
        print(error)


asyncio.run(main())
