from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

Handler = Callable[["Event"], Awaitable[None]]


@dataclass(frozen=True)
class Event:
    topic: str
    data: dict[str, Any]


class EventBus:
    def __init__(self) -> None:
        self._handlers: dict[str, list[Callable[..., Awaitable[None]]]] = defaultdict(list)
        self.history: list[Event] = []

    def subscribe(self, topic: str, handler: Callable[..., Awaitable[None]]) -> Callable[[], None]:
        self._handlers[topic].append(handler)

        def unsubscribe() -> None:
            self._handlers[topic].remove(handler)

        return unsubscribe

    def on(self, topic: str):
        def decorate(fn: Handler) -> Handler:
            self.subscribe(topic, fn)
            return fn
        return decorate

    async def publish(self, topic: str, **data: Any) -> int:
        event = Event(topic, data)
        self.history.append(event)
        handlers = [*self._handlers.get(topic, []), *self._handlers.get("*", [])]
        results = await asyncio.gather(*(h(event) for h in handlers), return_exceptions=True)
        for handler, result in zip(handlers, results):
            if isinstance(result, Exception):
                print(f"handler {handler.__name__} failed: {result}")
        return len(handlers)


bus = EventBus()
stock: dict[str, int] = {"apple": 3, "pear": 0}


@bus.on("order.placed")
async def reserve(event: Event) -> None:
    item = event.data["item"]
    if stock.get(item, 0) < event.data["count"]:
        raise ValueError(f"not enough {item}")
    stock[item] -= event.data["count"]
    await bus.publish("order.reserved", item=item, left=stock[item])


@bus.on("order.reserved")
async def announce(event: Event) -> None:
    print("reserved", event.data["item"], "left", event.data["left"])


class Audit:
    def __init__(self) -> None:
        self.lines: list[str] = []

    async def record(self, event: Event) -> None:
        self.lines.append(f"{event.topic}:{sorted(event.data)}")


async def main() -> None:
    audit = Audit()
    stop = bus.subscribe("*", audit.record)
    print(await bus.publish("order.placed", item="apple", count=2))
    print(await bus.publish("order.placed", item="pear", count=1))
    print(await bus.publish("nothing"))
    stop()
    print(await bus.publish("nothing"))
    print("\n".join(audit.lines))
    print(stock, len(bus.history), bus.history[0])


asyncio.run(main())
