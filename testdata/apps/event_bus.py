import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Event:
    topic: str
    payload: dict[str, Any] = field(default_factory=dict)


Handler = Callable[[Event], Awaitable[None]]


class EventBus:
    def __init__(self) -> None:
        self._handlers: dict[str, list[Handler]] = defaultdict(list)
        self.errors: list[str] = []

    def on(self, topic: str) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            self._handlers[topic].append(handler)
            return handler

        return register

    def off(self, topic: str, handler: Handler) -> None:
        self._handlers[topic].remove(handler)

    async def publish(self, topic: str, **payload: Any) -> int:
        event = Event(topic, payload)
        handlers = self._handlers.get(topic, []) + self._handlers.get("*", [])
        results = await asyncio.gather(*(h(event) for h in handlers), return_exceptions=True)
        for handler, result in zip(handlers, results):
            if isinstance(result, Exception):
                self.errors.append(f"{handler.__name__}: {result!r}")
        return len(handlers)


bus = EventBus()
audit: list[str] = []


@bus.on("user.created")
async def send_welcome(event: Event) -> None:
    await asyncio.sleep(0.002)
    print(f"welcome mail to {event.payload['email']}")


@bus.on("user.created")
async def update_stats(event: Event) -> None:
    print("stats updated")


@bus.on("*")
async def log_all(event: Event) -> None:
    audit.append(event.topic)
    await asyncio.sleep(0)


@bus.on("order.placed")
async def charge(event: Event) -> None:
    if event.payload.get("total", 0) > 100:
        raise ValueError("card declined")
    print("charged", event.payload["total"])
    await bus.publish("order.paid", id=event.payload["id"])


@bus.on("order.paid")
async def ship(event: Event) -> None:
    print("shipping order", event.payload["id"])


async def main() -> None:
    print(await bus.publish("user.created", email="ada@example.org"))
    print(await bus.publish("order.placed", id=1, total=30))
    print(await bus.publish("order.placed", id=2, total=300))
    print(await bus.publish("nobody.cares"))
    print(await bus.publish("user.created"))
    bus.off("*", log_all)
    await bus.publish("silent")
    print(audit)
    print("\n".join(bus.errors))
    print(Event("t", {"a": 1}) == Event("t", {"a": 1}), Event("t"))


asyncio.run(main())
