import asyncio


class Registry:
    items = []
    kinds = {}
    for _name in ("alpha", "beta"):
        items.append(_name.title())
        kinds[_name] = len(_name)
    del _name
    total = sum(kinds.values())

    def helper(text):
        return f"<{text}>"

    banner = helper("registry")

    class Entry:
        prefix = "entry"

        def __init__(self, value):
            self.value = value

        def __repr__(self):
            return f"{self.prefix}:{self.value}"

    default = Entry(0)

    @classmethod
    def add(cls, value):
        cls.items.append(value)
        return cls.Entry(value)

    if total > 5:
        size = "large"
    else:
        size = "small"

    async def fetch(self, key):
        await asyncio.sleep(0)
        return self.kinds[key]

    get = fetch


class Child(Registry):
    items = ["own"]

    class Entry(Registry.Entry):
        prefix = "child"


def make_class(name, bonus):
    class Local:
        label = name

        def score(self, base):
            return base + bonus

    Local.__name__ = name
    return Local


async def main():
    r = Registry()
    print(Registry.items, Registry.kinds, r.total, r.banner, r.size, Registry.default)
    print(await r.fetch("beta"), await r.get("alpha"))
    print(Registry.add(1), Child.add(2), Registry.items, Child.items, Child.default)
    r.items = ["instance"]
    print(r.items, Registry.items, hasattr(Registry, "_name"))
    a, b = make_class("A", 1), make_class("B", 10)
    print(a().score(1), b().score(1), a.label, b.__name__, isinstance(a(), b))
    Registry.extra = lambda self, n: n * 2
    print(r.extra(4), Child().extra(5))
    print(type("Dynamic", (Registry,), {"size": "huge"})().size)
    print(Registry.__name__, Registry.Entry.__qualname__, Child.Entry(3), issubclass(Child.Entry, Registry.Entry))


asyncio.run(main())
