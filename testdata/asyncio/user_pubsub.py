"""Publish and subscribe: topics with wildcards, subscriptions as async iterators and context managers."""
import asyncio
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Event:
    topic: str
    payload: Any
    seq: int


class Subscription:
    def __init__(self, bus, pattern, limit):
        self.bus = bus
        self.pattern = pattern
        self.queue = asyncio.Queue(limit)
        self.dropped = 0
        self.closed = False

    def matches(self, topic):
        head, star, tail = self.pattern.partition("*")
        if not star:
            return len(topic) == len(head) and all(p in ("?", t) for p, t in zip(head, topic))
        return topic.startswith(head) and topic.endswith(tail)

    def offer(self, event):
        try:
            self.queue.put_nowait(event)
        except asyncio.QueueFull:
            self.dropped += 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.closed and self.queue.empty():
            raise StopAsyncIteration
        event = await self.queue.get()
        if event is None:
            raise StopAsyncIteration
        return event

    async def __aenter__(self):
        self.bus.subs.append(self)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.bus.subs.remove(self)
        return exc_type is KeyError


class Bus:
    def __init__(self):
        self.subs = []
        self.seq = 0

    def subscribe(self, pattern, limit=10):
        return Subscription(self, pattern, limit)

    async def publish(self, topic, payload=None):
        self.seq += 1
        event = Event(topic, payload, self.seq)
        for s in list(self.subs):
            if s.matches(topic):
                s.offer(event)
        await asyncio.sleep(0)

    async def close(self):
        for s in self.subs:
            s.closed = True
            await s.queue.put(None)


async def reader(bus, name, pattern, limit=10, delay=0):
    got = []
    async with bus.subscribe(pattern, limit) as sub:
        async for event in sub:
            if event.payload == "poison":
                raise KeyError(name)
            got.append(f"{event.seq}:{event.topic}")
            for _ in range(delay):
                await asyncio.sleep(0)
    return name, got, sub.dropped


async def main():
    bus = Bus()
    readers = [
        asyncio.create_task(reader(bus, "all", "*")),
        asyncio.create_task(reader(bus, "orders", "order.*")),
        asyncio.create_task(reader(bus, "slow", "*", limit=2, delay=3)),
        asyncio.create_task(reader(bus, "victim", "user.?")),
    ]
    await asyncio.sleep(0)
    for i, topic in enumerate(["order.new", "user.a", "order.paid", "user.bc", "user.b", "order.sent"]):
        await bus.publish(topic, "poison" if topic == "user.b" else {"n": i})
    print("subscribers", [s.pattern for s in bus.subs])
    await bus.close()
    for r in await asyncio.gather(*readers):
        print(r)
    print(Event("t", [1], 2), Event("a", 1, 1) == Event("a", 1, 1))


asyncio.run(main())
