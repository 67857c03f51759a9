import asyncio


class HttpError(Exception):
    status = 500

    def __init__(self, message: str, *, url: str = "", retry_after: float | None = None) -> None:
        super().__init__(message)
        self.url = url
        self.retry_after = retry_after

    def __str__(self) -> str:
        return f"[{self.status}] {super().__str__()}" + (f" ({self.url})" if self.url else "")


class NotFound(HttpError):
    status = 404


class TooMany(HttpError):
    status = 429

    def __init__(self, retry_after: float) -> None:
        super().__init__("slow down", retry_after=retry_after)


class Chained(Exception):
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return isinstance(other, Chained) and self.parts == other.parts

    def __repr__(self):
        return f"<Chained {self.parts}>"


async def get(url: str) -> str:
    await asyncio.sleep(0)
    match url:
        case "/missing":
            raise NotFound("no such page", url=url)
        case "/busy":
            raise TooMany(1.5)
        case "/broken":
            raise HttpError("broken")
        case "/lost":
            raise ConnectionResetError(104, "reset by peer")
    return f"<{url}>"


async def safe_get(url: str) -> str:
    try:
        return await get(url)
    except NotFound as error:
        return f"not found: {error.url}"
    except HttpError as error:
        if error.retry_after is not None:
            return f"later: {error.retry_after}"
        raise RuntimeError(f"giving up on {url}") from error
    except OSError as error:
        return f"os error {error.errno}: {error.strerror}"


async def main() -> None:
    for url in ["/index", "/missing", "/busy", "/lost"]:
        print(url, "->", await safe_get(url))
    try:
        await safe_get("/broken")
    except RuntimeError as error:
        print(error, "|", error.__cause__, "|", repr(error.__cause__), error.__cause__.status)
    errors = [NotFound("a", url="/a"), TooMany(2), Chained(1, 2), ValueError(), KeyError("k"), OSError("just text"), Exception(1, [2])]
    for error in errors:
        print(f"{error} | {error!r} | {error.args} | {isinstance(error, HttpError)}")
    print(Chained(1) == Chained(1), errors.index(Chained(1, 2)), issubclass(NotFound, Exception), NotFound.__mro__[1].__name__)
    collected: list[Exception] = []
    for thrower in (lambda: [].pop(), lambda: {}["x"], lambda: int("z"), lambda: None.attr, lambda: "a" + 1, lambda: undefined_name, lambda: 1 / 0, lambda: next(iter([]))):
        try:
            thrower()
        except Exception as error:
            collected.append(error)
    for error in collected:
        print(f"{type(error).__name__}: {error}")


asyncio.run(main())
