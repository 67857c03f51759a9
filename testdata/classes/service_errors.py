import asyncio
from dataclasses import dataclass, field
from typing import Optional


class AppError(Exception):
    """Base of all errors of the service."""

    code = 500

    def __init__(self, message: str, *, retry: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.retry = retry

    def to_dict(self) -> dict[str, str]:
        return {"code": str(self.code), "message": self.message}


class NotFound(AppError):
    code = 404

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} not found")
        self.what = what


class Busy(AppError):
    code = 503

    def __init__(self) -> None:
        super().__init__("busy", retry=True)


class Weird(AppError):
    pass


@dataclass
class Event:
    name: str
    priority: int = 0


@dataclass
class Timed(Event):
    at: float = 0.0
    tags: list[str] = field(default_factory=list)

    def label(self) -> str:
        return f"{self.name}@{self.at}"


class Handler:
    name = "handler"

    def __init__(self) -> None:
        self.seen: list[str] = []

    async def handle(self, e: Event) -> str:
        self.seen.append(e.name)
        await asyncio.sleep(0)
        return await self.process(e)

    async def process(self, e: Event) -> str:
        raise NotImplementedError(f"{self.name} cannot")

    @property
    def count(self) -> int:
        return len(self.seen)

    def __repr__(self) -> str:
        return f"<{self.name} {self.count}>"


class Upper(Handler):
    name = "upper"

    async def process(self, e: Event) -> str:
        if e.priority > 5:
            raise Busy()
        return e.name.upper()


class Finder(Handler):
    name = "finder"

    def __init__(self, known: dict[str, int]) -> None:
        super().__init__()
        self.known = known

    async def process(self, e: Event) -> str:
        if e.name not in self.known:
            raise NotFound(e.name)
        return str(self.known[e.name])

    @property
    def count(self) -> int:
        return super().count + 100 if False else len(self.known)


class Lazy(Handler):
    pass


async def attempt(h: Handler, e: Event) -> Optional[str]:
    try:
        return await h.handle(e)
    except NotFound as err:
        print("  missing", err.what, err.to_dict(), err.code)
    except AppError as err:
        print("  app", type(err).__name__, err, err.retry, err.to_dict())
        if err.retry:
            return "later"
    except NotImplementedError as err:
        print("  todo", err)
    return None


async def main() -> None:
    handlers: list[Handler] = [Upper(), Finder({"a": 1}), Lazy()]
    events = [Event("a"), Timed("b", 7, 1.5), Timed("c", tags=["x"])]
    for e in events:
        print(e, e == Event("a"))
        results = await asyncio.gather(*(attempt(h, e) for h in handlers))
        print(results)
    print(handlers, [h.count for h in handlers])
    try:
        raise Weird("odd")
    except AppError as err:
        print(repr(err), err.args, err.code, isinstance(err, NotFound))
    try:
        raise NotFound("x") from ValueError("cause")
    except AppError as err:
        print(err, repr(err.__cause__))
    raise Busy


asyncio.run(main())
