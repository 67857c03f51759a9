import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field


@dataclass
class Message:
    channel: str
    body: str
    seq: int


@dataclass
class Subscription:
    channel: str
    queue: asyncio.Queue[Message | None] = field(default_factory=asyncio.Queue)

    def __aiter__(self) -> AsyncIterator[Message]:
        return self

    async def __anext__(self) -> Message:
        message = await self.queue.get()
        if message is None:
            raise StopAsyncIteration
        return message


class Broker:
    def __init__(self) -> None:
        self.channels: dict[str, set[int]] = {}
        self.subs: dict[int, Subscription] = {}
        self._next_id = 1
        self._seq = 0

    def subscribe(self, channel: str) -> tuple[int, Subscription]:
        sub = Subscription(channel)
        sub_id = self._next_id
        self._next_id += 1
        self.subs[sub_id] = sub
        self.channels.setdefault(channel, set()).add(sub_id)
        return sub_id, sub

    def unsubscribe(self, sub_id: int) -> None:
        sub = self.subs.pop(sub_id)
        self.channels[sub.channel].discard(sub_id)
        sub.queue.put_nowait(None)

    async def publish(self, channel: str, body: str) -> int:
        self._seq += 1
        receivers = self.channels.get(channel, set())
        for sub_id in sorted(receivers):
            await self.subs[sub_id].queue.put(Message(channel, body, self._seq))
        return len(receivers)

    def close(self) -> None:
        for sub_id in list(self.subs):
            self.unsubscribe(sub_id)


async def listener(name: str, sub: Subscription, out: list[str]) -> int:
    count = 0
    async for message in sub:
        out.append(f"{name} got {message.channel}/{message.body} #{message.seq}")
        count += 1
    return count


async def main() -> None:
    broker = Broker()
    out: list[str] = []
    id1, news = broker.subscribe("news")
    _, news2 = broker.subscribe("news")
    _, sport = broker.subscribe("sport")
    tasks = [
        asyncio.create_task(listener("ann", news, out)),
        asyncio.create_task(listener("bob", news2, out)),
        asyncio.create_task(listener("cid", sport, out)),
    ]
    print(await broker.publish("news", "rain"), await broker.publish("sport", "1:0"), await broker.publish("none", "?"))
    await asyncio.sleep(0)
    broker.unsubscribe(id1)
    with suppress(KeyError):
        broker.unsubscribe(id1)
        print("not reached")
    await broker.publish("news", "sun")
    broker.close()
    counts = await asyncio.gather(*tasks)
    print(counts, sum(counts))
    for line in out:
        print(line)


asyncio.run(main())
