import asyncio
import contextlib
import json
from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import AsyncIterator, Awaitable, Callable, ClassVar, Protocol


@dataclass(frozen=True)
class Event:
    topic: ClassVar[str] = "event"
    id: int


@dataclass(frozen=True)
class UserCreated(Event):
    topic: ClassVar[str] = "user.created"
    name: str


@dataclass(frozen=True)
class OrderPlaced(Event):
    topic: ClassVar[str] = "order.placed"
    user: str
    total: float = 0.0


Handler = Callable[[Event], Awaitable[None]]


class Sink(Protocol):
    def write(self, line: str) -> None: ...


class ListSink:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line)


class PrintSink:
    def write(self, line: str) -> None:
        print(">", line)


class Bus:
    def __init__(self) -> None:
        self._handlers: dict[str, list[Handler]] = defaultdict(list)
        self._streams: set[asyncio.Queue[Event | None]] = set()

    def on(self, topic: str) -> Callable[[Handler], Handler]:
        def register(fn: Handler) -> Handler:
            self._handlers[topic].append(fn)
            return fn
        return register

    async def publish(self, event: Event) -> int:
        for q in self._streams:
            q.put_nowait(event)
        handlers = self._handlers[event.topic]
        results = await asyncio.gather(*(h(event) for h in handlers), return_exceptions=True)
        for r in results:
            if isinstance(r, Exception):
                print("handler failed:", repr(r))
        return len(handlers)

    @contextlib.asynccontextmanager
    async def stream(self) -> AsyncIterator[asyncio.Queue]:
        q: asyncio.Queue[Event | None] = asyncio.Queue()
        self._streams.add(q)
        try:
            yield q
        finally:
            self._streams.discard(q)

    def close(self) -> None:
        for q in self._streams:
            q.put_nowait(None)


bus = Bus()
sinks: list[Sink] = [ListSink(), PrintSink()]


@bus.on("user.created")
async def welcome(event: Event) -> None:
    await asyncio.sleep(0)
    for s in sinks:
        s.write(f"welcome {event.name} ({event.id})")


@bus.on("order.placed")
async def bill(event: Event) -> None:
    if event.total < 0:
        raise ValueError(f"negative total: {event.total}")
    for s in sinks:
        s.write(f"bill {event.user}: {event.total:.2f}")


@bus.on("order.placed")
async def audit(event: Event) -> None:
    print(json.dumps(asdict(event), sort_keys=True))


async def tail(n: int, ready: asyncio.Event) -> list[str]:
    seen = []
    async with bus.stream() as q:
        ready.set()
        while (event := await q.get()) is not None:
            seen.append(f"{n}:{event.topic}#{event.id}")
    return seen


async def main() -> None:
    ready = asyncio.Event()
    tailer = asyncio.create_task(tail(1, ready))
    await ready.wait()
    print(await bus.publish(UserCreated(1, "ann")))
    print(await bus.publish(OrderPlaced(2, "ann", 12.5)))
    print(await bus.publish(OrderPlaced(3, "bob", -1)))
    bus.close()
    print(await tailer)
    first = sinks[0]
    if isinstance(first, ListSink):
        print(first.lines)
    print(UserCreated(1, "x") == UserCreated(1, "x"), {UserCreated(1, "x"): 1}[UserCreated(1, "x")])
    try:
        UserCreated(1, "x").name = "y"
    except AttributeError as e:
        print(type(e).__name__, e)


asyncio.run(main())
