import asyncio
from contextlib import AsyncContextDecorator, ContextDecorator


class traced(AsyncContextDecorator):
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("start", self.name)
        return self

    async def __aexit__(self, kind, exc, tb):
        await asyncio.sleep(0)
        print("end", self.name, kind and kind.__name__)
        return kind is KeyError


@traced("fetch")
async def fetch(key, default=None):
    if key == "bad":
        raise KeyError(key)
    if key == "worse":
        raise ValueError(key)
    return key.upper() + str(default)


class once(ContextDecorator):
    def __enter__(self):
        print("in")

    def __exit__(self, *exc):
        print("out")
        return False


@once()
def plain(a):
    return a * 2


async def main():
    print(await fetch("a", default=1))
    print(await fetch("bad"))
    try:
        await fetch("worse")
    except ValueError as e:
        print("raised", e)
    async with traced("block"):
        print("inside", fetch.__name__)
    print(plain(4))


asyncio.run(main())
