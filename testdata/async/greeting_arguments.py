import asyncio

SEPARATOR = ", "


def greet(name: str, greeting: str = "Hello", *, punctuation: str = "!") -> str:
    return f"{greeting}{SEPARATOR}{name}{punctuation}"


def remember(word: str, memory: list[str] = []) -> list[str]:
    # The default list is made once, as every Python teacher warns.
    memory.append(word)
    return memory


def total(*numbers: int, scale: int = 1) -> int:
    result = 0
    for number in numbers:
        result += number * scale
    return result


def describe(**facts: str) -> str:
    return "; ".join(f"{key}={value}" for key, value in facts.items())


async def delayed(text: str, delay: float = 0.01, times: int = 2) -> str:
    for _ in range(times):
        await asyncio.sleep(delay)
    return text * times


async def main() -> None:
    print(greet("Ada"))
    print(greet("Bob", "Goodbye"))
    print(greet(punctuation="?", name="Eve"))
    print(greet("Max", greeting="Hey", punctuation="."))
    print(remember("one"), remember("two"), remember("three", []))
    print(total(), total(1, 2, 3), total(*range(5), scale=10))
    print(describe(colour="red", size="XL"))
    print(describe(**{"shape": "round"}, weight="light"))
    print(await delayed("ab"), await delayed("c", times=3, delay=0))


asyncio.run(main())
