import asyncio
from collections import OrderedDict, UserDict, defaultdict


class History(list):
    def __init__(self, *items, limit=3):
        super().__init__(items)
        self.limit = limit

    def append(self, item):
        super().append(item)
        if len(self) > self.limit:
            del self[0]

    @property
    def last(self):
        return self[-1] if self else None


class CaseInsensitive(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __missing__(self, key):
        return f"no {key}"


class Celsius(float):
    def __new__(cls, value):
        return super().__new__(cls, round(value, 1))

    def __str__(self):
        return f"{float(self)}C"


class Tag(str):
    def wrap(self, text):
        return f"<{self}>{text}</{self}>"


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def get(self, key, default=None):
        if key not in self:
            return default
        self.move_to_end(key)
        return self[key]

    def put(self, key, value):
        self[key] = value
        self.move_to_end(key)
        if len(self) > self.size:
            return self.popitem(last=False)


class Registry(UserDict):
    def __setitem__(self, key, value):
        if key in self.data:
            raise KeyError(f"{key} is taken")
        self.data[key] = value


async def record(history, *events):
    for event in events:
        await asyncio.sleep(0)
        history.append(event)
    return history


async def main():
    history = await record(History("boot"), "login", "click", "logout")
    print(history, history.last, len(history), isinstance(history, list), "click" in history, history[1:], history == ["login", "click", "logout"])
    headers = CaseInsensitive()
    headers["Content-Type"] = "text/html"
    print(headers, headers["CONTENT-TYPE"], headers["Accept"], headers.get("Accept"))
    t = Celsius(21.456)
    print(t, repr(t), t + 1, type(t + 1).__name__, t > 21, isinstance(t, float), f"{t:.2f}")
    tag = Tag("b")
    print(tag.wrap("bold"), tag.upper(), tag + "!", type(tag.upper()).__name__, {tag: 1}["b"])
    cache = LRU(2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.get("a")
    print(cache.put("c", 3), list(cache.items()), cache.get("b", "gone"))
    registry = Registry(x=1)
    try:
        registry["x"] = 2
    except KeyError as error:
        print(error, registry)
    words = defaultdict(lambda: defaultdict(int))
    for word in "the cat the dog a cat".split():
        words[word[0]][word] += 1
    print({k: dict(v) for k, v in words.items()})


asyncio.run(main())
