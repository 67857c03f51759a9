from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any


@dataclass
class Message:
    sender: Actor | None
    body: Any


class Stop:
    pass


class Actor(ABC):
    def __init__(self, name: str) -> None:
        self.name = name
        self.inbox: asyncio.Queue[Message] = asyncio.Queue()
        self.task: asyncio.Task[None] | None = None
        self.handled = 0

    def start(self) -> Actor:
        self.task = asyncio.create_task(self._run(), name=self.name)
        return self

    def tell(self, body: Any, sender: Actor | None = None) -> None:
        self.inbox.put_nowait(Message(sender, body))

    async def ask(self, other: Actor, body: Any) -> Any:
        reply = Reply()
        other.tell(body, reply)
        return await reply.future

    async def _run(self) -> None:
        while True:
            message = await self.inbox.get()
            if isinstance(message.body, Stop):
                break
            try:
                await self.receive(message)
            except Exception as error:
                print(f"{self.name} failed: {type(error).__name__}: {error}")
            self.handled += 1
        print(f"{self.name} stopped after {self.handled}")

    @abstractmethod
    async def receive(self, message: Message) -> None: ...


class Reply(Actor):
    def __init__(self) -> None:
        super().__init__("reply")
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def tell(self, body: Any, sender: Actor | None = None) -> None:
        self.future.set_result(body)

    async def receive(self, message: Message) -> None:
        raise AssertionError


class Counter(Actor):
    def __init__(self, name: str, start: int = 0) -> None:
        super().__init__(name)
        self.value = start

    async def receive(self, message: Message) -> None:
        match message.body:
            case int(n):
                self.value += n
            case "get":
                message.sender.tell(self.value)
            case ("set", value):
                await asyncio.sleep(0)
                self.value = value
            case other:
                raise ValueError(f"what is {other!r}?")


class Relay(Actor):
    def __init__(self, name: str, targets: list[Actor]) -> None:
        super().__init__(name)
        self.targets = targets

    async def receive(self, message: Message) -> None:
        for target in self.targets:
            target.tell(message.body, message.sender)
            await asyncio.sleep(0)


async def main() -> None:
    a, b = Counter("a").start(), Counter("b", 100).start()
    relay = Relay("relay", [a, b]).start()
    for n in (1, 2, 3):
        relay.tell(n)
    relay.tell("nonsense")
    a.tell(("set", 50))
    for _ in range(12):
        await asyncio.sleep(0)
    print(await relay.ask(a, "get"), await relay.ask(b, "get"))
    for actor in (relay, a, b):
        actor.tell(Stop())
    await asyncio.gather(*(actor.task for actor in (relay, a, b)))
    print([actor.task.get_name() for actor in (a, b)], a.inbox.empty())
    try:
        Actor("abstract")
    except TypeError as error:
        print(error)


asyncio.run(main())
