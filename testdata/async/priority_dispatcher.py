import asyncio
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count


class Priority(IntEnum):
    HIGH = 0
    NORMAL = 5
    LOW = 9


@dataclass(order=True)
class Ticket:
    priority: Priority
    number: int
    text: str = field(compare=False)


class Dispatcher:
    def __init__(self) -> None:
        self.queue: asyncio.PriorityQueue[Ticket] = asyncio.PriorityQueue()
        self.numbers = count(1)
        self.closed = False

    def submit(self, text: str, priority: Priority = Priority.NORMAL) -> Ticket:
        if self.closed:
            raise RuntimeError("dispatcher is closed")
        ticket = Ticket(priority, next(self.numbers), text)
        self.queue.put_nowait(ticket)
        return ticket

    async def work(self, name: str) -> list[str]:
        handled: list[str] = []
        while not (self.closed and self.queue.empty()):
            try:
                ticket = await asyncio.wait_for(self.queue.get(), 0.02)
            except asyncio.TimeoutError:
                break
            handled.append(ticket.text)
            print(f"{name} handles #{ticket.number} {ticket.text} ({ticket.priority.name})")
            await asyncio.sleep(0)
        return handled


async def main() -> None:
    dispatcher = Dispatcher()
    dispatcher.submit("newsletter", Priority.LOW)
    dispatcher.submit("invoice")
    print(dispatcher.submit("outage", Priority.HIGH))
    dispatcher.submit("reminder")
    first = asyncio.create_task(dispatcher.work("ann"))
    second = asyncio.create_task(dispatcher.work("bob"))
    await asyncio.sleep(0)
    dispatcher.submit("fire", Priority.HIGH)
    dispatcher.closed = True
    try:
        dispatcher.submit("too late")
    except RuntimeError as error:
        print(error)
    print(await asyncio.gather(first, second))
    print(sorted([Ticket(Priority.LOW, 1, "a"), Ticket(Priority.HIGH, 2, "b")])[0].text)


asyncio.run(main())
