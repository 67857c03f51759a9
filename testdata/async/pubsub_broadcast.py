import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Hub:
    def __init__(self) -> None:
        self._subscribers: dict[str, list[asyncio.Queue[str]]] = {}

    @asynccontextmanager
    async def subscribe(self, topic: str) -> AsyncIterator[asyncio.Queue[str]]:
        queue: asyncio.Queue[str] = asyncio.Queue(maxsize=3)
        self._subscribers.setdefault(topic, []).append(queue)
        try:
            yield queue
        finally:
            self._subscribers[topic].remove(queue)
            if not self._subscribers[topic]:
                del self._subscribers[topic]

    def publish(self, topic: str, message: str) -> tuple[int, int]:
        sent = dropped = 0
        for queue in self._subscribers.get(topic, []):
            try:
                queue.put_nowait(message)
                sent += 1
            except asyncio.QueueFull:
                dropped += 1
        return sent, dropped

    @property
    def topics(self) -> list[str]:
        return sorted(self._subscribers)


async def listener(name: str, hub: Hub, topic: str, count: int, pause: int) -> list[str]:
    heard = []
    async with hub.subscribe(topic) as queue:
        while len(heard) < count:
            heard.append(await queue.get())
            for _ in range(pause):
                await asyncio.sleep(0)
    print(f"{name} leaves with {heard}")
    return heard


async def main() -> None:
    hub = Hub()
    tasks = [
        asyncio.create_task(listener("quick", hub, "news", 4, 0)),
        asyncio.create_task(listener("slow", hub, "news", 3, 6)),
        asyncio.create_task(listener("sports fan", hub, "sports", 1, 0)),
    ]
    print(hub.publish("news", "too early"))
    await asyncio.sleep(0)
    print(hub.topics)
    for i in range(8):
        print(i, hub.publish("news", f"n{i}"))
        await asyncio.sleep(0)
    print(hub.publish("sports", "goal"), hub.publish("weather", "rain"))
    await asyncio.gather(*tasks)
    print(hub.topics)


asyncio.run(main())
