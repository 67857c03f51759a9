import asyncio
import sys


class Broker:
    def __init__(self):
        self.topics = {}
        self.closed = False

    def subscribe(self, topic, maxsize=0):
        q = asyncio.Queue(maxsize)
        self.topics.setdefault(topic, []).append(q)
        return Subscription(self, topic, q)

    async def publish(self, topic, message):
        if self.closed:
            raise RuntimeError("broker closed")
        for q in self.topics.get(topic, ()):
            await q.put(message)

    def close(self):
        self.closed = True
        for qs in self.topics.values():
            for q in qs:
                q.shutdown()


class Subscription:
    def __init__(self, broker, topic, queue):
        self.broker = broker
        self.topic = topic
        self.queue = queue

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.broker.topics[self.topic].remove(self.queue)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.queue.get()
        except asyncio.QueueShutDown:
            raise StopAsyncIteration from None


async def consumer(name, broker, topic, limit=None):
    got = []
    async with broker.subscribe(topic, 2) as sub:
        async for msg in sub:
            got.append(msg)
            print(f"{name} <- {msg}")
            if limit and len(got) >= limit:
                break
            await asyncio.sleep(0)
    return name, got


async def producer(broker):
    for i in range(4):
        await broker.publish("news", f"n{i}")
        if i % 2:
            await broker.publish("sport", {"i": i})
        await asyncio.sleep(0.001)
    broker.close()


async def watchdog(timeout):
    try:
        await asyncio.sleep(timeout)
        print("timeout!")
    except asyncio.CancelledError:
        print("watchdog cancelled")
        raise


async def main():
    broker = Broker()
    dog = asyncio.create_task(watchdog(5))
    try:
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(consumer("A", broker, "news")),
                     tg.create_task(consumer("B", broker, "news", limit=2)),
                     tg.create_task(consumer("C", broker, "sport"))]
            tg.create_task(producer(broker))
    except* RuntimeError as eg:
        print("errors", eg.exceptions)
    for t in tasks:
        print(t.result())
    dog.cancel()
    print(await asyncio.gather(dog, return_exceptions=True))
    try:
        await broker.publish("news", "late")
    except RuntimeError as e:
        print(e, file=sys.stdout)
    for coro in asyncio.as_completed([asyncio.sleep(0.02, "slow"), asyncio.sleep(0.001, "fast")]):
        print(await coro)


asyncio.run(main())
