import asyncio
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Stock = namedtuple("Stock", ["symbol", "price", "volume"], defaults=[0])


async def tally(words: list[str]) -> Counter[str]:
    counter: Counter[str] = Counter()
    for word in words:
        await asyncio.sleep(0)
        counter[word] += 1
    return counter


async def main() -> None:
    counter = await tally("to be or not to be that is the question to".split())
    print(counter, counter.most_common(2), counter["missing"], counter.total())
    other = Counter(to=1, be=5, new=2)
    print(counter + other, counter - other, counter & other, counter | other)
    other.subtract({"be": 7})
    print(other, +other, sorted(counter.elements())[:4], Counter("abca") == Counter("baca"))
    counter.update(["to", "go"])
    print(counter["to"], "go" in counter, len(counter))

    queue = deque([1, 2, 3], maxlen=4)
    queue.append(4)
    queue.append(5)
    queue.appendleft(0)
    print(queue, queue.popleft(), queue.pop(), queue[0], len(queue))
    queue.extend([7, 8])
    queue.rotate(1)
    print(queue, list(reversed(queue)), queue.index(7), queue.count(8))
    queue.extendleft("ab")
    queue.remove("a")
    queue.insert(1, "mid")
    print(queue, queue.maxlen, deque("abc") == deque(["a", "b", "c"]), deque([1]) + deque([2]))
    try:
        deque().pop()
    except IndexError as error:
        print(error)

    groups: defaultdict[str, list[int]] = defaultdict(list)
    for n in range(7):
        groups["even" if n % 2 == 0 else "odd"].append(n)
    print(groups, groups["none"], len(groups), groups.get("nothing"))
    depth = defaultdict(lambda: defaultdict(int))
    depth["a"]["x"] += 5
    print(depth["a"], dict(depth["b"]))

    ordered = OrderedDict(one=1, two=2, three=3)
    ordered.move_to_end("one")
    ordered.move_to_end("three", last=False)
    print(ordered, ordered.popitem(), ordered.popitem(last=False), list(ordered))
    print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})

    apple = Stock("AAPL", 190.5)
    symbol, price, volume = apple
    print(apple, symbol, price, volume, apple._replace(price=1), apple._asdict(), Stock._fields, apple[1], apple.symbol)
    print(Stock._make(["X", 1, 2]), apple < Stock("B", 0), Stock(symbol="Q", price=2) == ("Q", 2, 0))

    settings = ChainMap({"colour": "red"}, {"colour": "blue", "size": 5})
    settings["size"] = 9
    print(settings["colour"], settings["size"], dict(settings), settings.maps[1]["size"], len(settings))


asyncio.run(main())
