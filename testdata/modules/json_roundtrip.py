import asyncio
import json
from dataclasses import asdict, dataclass
from datetime import date


@dataclass
class Item:
    name: str
    tags: list[str]
    price: float | None = None


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


async def save(store: dict[str, str], key: str, item: Item) -> int:
    await asyncio.sleep(0)
    store[key] = json.dumps(asdict(item))
    return len(store[key])


async def main() -> None:
    store: dict[str, str] = {}
    print(await save(store, "a", Item("tea", ["hot", "green"], 2.5)), store["a"])
    back = Item(**json.loads(store["a"]))
    print(back, back == Item("tea", ["hot", "green"], 2.5))

    value = {"z": 1, "a": [1, 2.0, -0.0, 1e100, True, None, "é\n\"\\/\u2028"], "nested": {"empty": {}, "list": []}, 5: "int key", None: 0, True: 1}
    print(json.dumps(value))
    print(json.dumps(value, indent=2, ensure_ascii=False))
    print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("text"), json.dumps([]), json.dumps({}, indent=4))
    print(json.dumps([1, [2, [3]]], indent="\t"), json.dumps((1, "t")), json.dumps(float("inf")))
    print(json.dumps({"day": date(2024, 5, 6), "s": {3, 1}}, cls=Encoder), json.dumps([date(2020, 1, 1)], default=str))
    print(json.loads('  {"a": [1, 2.5e3, -7, true, false, null, "\\u00e9\\ud83d\\ude00"], "b": {}} '))
    print(json.loads("12345678901234567890123"), json.loads("1.0"), json.loads("[NaN, Infinity]"), json.loads('"x"'))
    print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: sorted(d.items())), json.loads("[1.5]", parse_float=str))
    for bad in ['{"a": 1,}', "[1, 2", "{'a': 1}", "", "nul", '{"a" 1}', '"abc', "[1] x", '{"a": "\n"}', "01", '"\\x"']:
        try:
            json.loads(bad)
        except json.JSONDecodeError as error:
            print(f"{bad!r}: {error} | {error.msg} {error.pos} {error.lineno} {error.colno}")
    for bad in [{1, 2}, {"k": object}, {(1, 2): 3}, 3j]:
        try:
            json.dumps(bad)
        except TypeError as error:
            print(error)
    loop = []
    loop.append(loop)
    try:
        json.dumps(loop)
    except ValueError as error:
        print(error)


asyncio.run(main())
