import asyncio


def positional_only(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


def everything(first, *rest, sep="-", **options):
    return f"{first}{sep}{rest}{sep}{options}"


async def request(method: str, path: str, /, *parts: str, timeout: float = 1.0, **headers: str) -> str:
    await asyncio.sleep(0)
    url = "/".join([path, *parts])
    extra = " ".join(f"{k}:{v}" for k, v in sorted(headers.items()))
    return f"{method} {url} ({timeout}s) {extra}".rstrip()


def evaluate(label: str) -> str:
    print("eval", label)
    return label


def three(a, b, c=evaluate("default")):
    return a + b + c


async def main() -> None:
    print(positional_only(1, d=4))
    print(positional_only(1, 20, 30, d=40, e=50))
    print(everything("x"), everything("x", 1, 2, sep="/", k=True))
    print(await request("GET", "/users", "7", "orders", accept="json", auth="t"))
    print(await request("PUT", "/x", timeout=2.5))
    args = ["a", "b"]
    options = {"c": "C"}
    print(three(*args), three(*args, **options), three("1", *["2"], c="3"), three(*"xyz"))
    print(three(c=evaluate("k1"), a=evaluate("k2"), b=evaluate("k3")))
    print([*range(2), *args], (*args, 9), {*args}  == {"a", "b"}, {**options, "d": 1, **{"c": 2}})
    calls = {
        "missing": lambda: three("a"),
        "many": lambda: three(1, 2, 3, 4),
        "keyword": lambda: three("a", "b", z=1),
        "twice": lambda: three("a", "b", a="c"),
        "kwonly": lambda: positional_only(1),
        "posonly": lambda: positional_only(a=1, d=2),
        "two": lambda: three(),
        "none": lambda: evaluate(),
    }
    for name, call in calls.items():
        try:
            call()
        except TypeError as error:
            print(f"{name}: {error}")


asyncio.run(main())
