import asyncio


class Section:
    """Prints an indented section."""

    depth = 0

    def __init__(self, title: str) -> None:
        self.title = title

    def __enter__(self) -> "Section":
        print("  " * Section.depth + "<" + self.title + ">")
        Section.depth += 1
        return self

    def __exit__(self, exc_type, exc, tb) -> bool:
        Section.depth -= 1
        print("  " * Section.depth + "</" + self.title + ">")
        if exc_type is KeyError:
            print("  " * Section.depth + f"(lost key {exc})")
            return True
        return False

    def text(self, words: str) -> None:
        print("  " * Section.depth + words)


class Connection:
    def __init__(self, url: str) -> None:
        self.url = url
        self.open = False

    async def __aenter__(self) -> "Connection":
        await asyncio.sleep(0.01)
        self.open = True
        print("open", self.url)
        return self

    async def __aexit__(self, exc_type, exc, tb) -> None:
        await asyncio.sleep(0.01)
        self.open = False
        print("close", self.url, "after", exc_type.__name__ if exc_type else "success")

    async def send(self, data: str) -> int:
        if not data:
            raise ValueError("nothing to send")
        await asyncio.sleep(0)
        return len(data)


async def main() -> None:
    with Section("body") as body, Section("p"):
        body.text("hello")
        prices = {"tea": 3}
        with Section("i"):
            print(prices["coffee"])
        body.text("still here")
    async with Connection("tcp://one") as one, Connection("tcp://two") as two:
        print(await one.send("abc") + await two.send("de"))
    try:
        async with Connection("tcp://three") as three:
            await three.send("")
            print("unreachable")
    except ValueError as error:
        print("error:", error, three.open)


asyncio.run(main())
