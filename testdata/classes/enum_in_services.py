from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field, asdict, replace
from enum import Enum, IntEnum, IntFlag, auto, unique
from functools import lru_cache
from typing import Any, Optional


class Status(str, Enum):
    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def terminal(self) -> bool:
        return self in (Status.DONE, Status.FAILED)

    @classmethod
    def parse(cls, text: str) -> Status:
        try:
            return cls(text.lower())
        except ValueError:
            return cls.FAILED

    @staticmethod
    def names() -> list[str]:
        return [s.name for s in Status]


@unique
class Level(IntEnum):
    DEBUG = 10
    INFO = 20
    WARNING = 30

    def __str__(self) -> str:
        return self.name.title()


class Suit(Enum):
    CLUBS = "c"
    HEARTS = "h"
    SPADES = "s"
    BLACK = "c"

    def __lt__(self, other: Suit) -> bool:
        return self.value < other.value

    def __repr__(self) -> str:
        return f"Suit.{self.name}"


class Mode(IntFlag):
    R = 4
    W = 2
    X = 1


class Event(Enum):
    START = auto()
    STOP = auto()
    TICK = auto()


TRANSITIONS: dict[tuple[Status, Event], Status] = {
    (Status.PENDING, Event.START): Status.RUNNING,
    (Status.RUNNING, Event.TICK): Status.RUNNING,
    (Status.RUNNING, Event.STOP): Status.DONE,
}


@dataclass
class Task:
    name: str
    status: Status = Status.PENDING
    level: Level = Level.INFO
    tags: list[Event] = field(default_factory=list)

    def fire(self, event: Event) -> bool:
        new = TRANSITIONS.get((self.status, event))
        if new is None:
            return False
        self.status = new
        self.tags.append(event)
        return True


@dataclass(frozen=True, order=True)
class Card:
    rank: int
    suit: Suit


class BadTransition(Exception):
    def __init__(self, status: Status, event: Event) -> None:
        super().__init__(f"{status.value} -x-> {event.name}")
        self.status = status


@lru_cache(maxsize=None)
def cost(event: Event, n: int) -> int:
    print("computing", event, n)
    return event.value * n


def find(tasks: list[Task], status: Optional[Status] = None) -> list[str]:
    return [t.name for t in tasks if status is None or t.status == status]


def show(x: Any) -> str:
    if isinstance(x, Status):
        return "status " + x.value
    if isinstance(x, Enum):
        return "enum " + x.name
    return repr(x)


async def worker(q: asyncio.PriorityQueue[tuple[Level, str]], out: list[str]) -> None:
    while not q.empty():
        level, name = await q.get()
        out.append(f"{level}:{name}")


async def main() -> None:
    t = Task("build")
    print(t, t.fire(Event.STOP), t.fire(Event.START), t.fire(Event.TICK), t.fire(Event.STOP))
    print(t, t.status.terminal)
    print(asdict(t), replace(t, status=Status.FAILED))
    print(json.dumps({"status": t.status, "level": t.level, "all": [s for s in Status]}))
    print(json.dumps({Status.DONE: 1}), Status.DONE == "done", "done" == Status.DONE, Status.DONE.upper())
    print(f"{Status.DONE}", str(Status.DONE), "%s" % Status.DONE, "{}".format(Status.DONE), Status.DONE + "!", f"{Status.DONE:>15}|")
    print(Status.parse("RUNNING"), Status.parse("??"), Status.names())
    print(Level.INFO, f"{Level.INFO}", f"{Level.INFO:5d}", repr(Level.INFO), Level.INFO < Level.WARNING, Level.INFO + 5, int(Level.INFO))
    print(Suit.BLACK, Suit["BLACK"], Suit("c") is Suit.BLACK, len(Suit), sorted(Suit), sorted([Suit.SPADES, Suit.CLUBS]), min(Suit))
    print(list(Suit.__members__), Suit.__members__["BLACK"])
    for name, member in Suit.__members__.items():
        print(name, member.name, end=" ")
    print()
    print(Mode.R | Mode.W, repr(Mode.R | Mode.W), Mode.R | 1, Mode(7), Mode.R in Mode(5), int(Mode.R | Mode.X), Mode.R & 4, (Mode.R | Mode.W) & ~Mode.W)
    print(Counter([Event.START, Event.STOP, Event.START]), Counter(e.name for e in Event).most_common(1))
    groups: defaultdict[Suit, list[int]] = defaultdict(list)
    for c in [Card(3, Suit.HEARTS), Card(2, Suit.SPADES), Card(3, Suit.CLUBS)]:
        groups[c.suit].append(c.rank)
    print(dict(groups), sorted([Card(3, Suit.HEARTS), Card(2, Suit.SPADES), Card(3, Suit.CLUBS)]))
    print(Card(1, Suit.CLUBS) == Card(1, Suit.BLACK), hash(Card(1, Suit.CLUBS)) == hash(Card(1, Suit.BLACK)), {Card(1, Suit.CLUBS): "x"})
    print(cost(Event.TICK, 2), cost(Event.TICK, 2), cost(Event.START, 2))
    print(find([t, Task("x")]), find([t, Task("x")], Status.DONE))
    print([show(x) for x in [Status.DONE, Event.TICK, 3, "s", Level.INFO, None]])
    mixed: list[object] = [Status.DONE, Event.START, Level.DEBUG, 1]
    print(mixed, Event.START in mixed, Status.PENDING in mixed, mixed.index(Level.DEBUG))
    try:
        raise BadTransition(t.status, Event.START)
    except BadTransition as e:
        print(e, e.status, e.status is Status.DONE)
    q: asyncio.PriorityQueue[tuple[Level, str]] = asyncio.PriorityQueue()
    for item in [(Level.WARNING, "w"), (Level.DEBUG, "d"), (Level.INFO, "i")]:
        q.put_nowait(item)
    out: list[str] = []
    await worker(q, out)
    print(out)
    print(Event.START == Status.DONE, Event.START != Event.STOP, Event.START is Event(1), Level(10) == 10, Level.DEBUG == Event.START)
    print({e: e.value for e in Event}, {e.value: e for e in Event}[2], {Event.STOP, Event.START} == {Event.START, Event.STOP})
    print(max(Level, key=lambda l: l.value), [l for l in reversed(Level)], [*Event], tuple(Event), dict.fromkeys(Event, 0))
    print(list(zip(Event, Level)), list(enumerate(Event, 1)), list(map(lambda e: e.name, Event)))
    a, b, *rest = Event
    print(a, b, rest, Event.__name__, type(a).__name__, Event.START.__class__.__name__)
    match t.status:
        case Status.PENDING | Status.RUNNING:
            print("busy")
        case Status.DONE if t.level > Level.DEBUG:
            print("done and loud")
        case _:
            print("other")
    match (t.status, t.level):
        case (Status.DONE, Level.INFO):
            print("pair")
    for bad in ("nope", None, 3):
        try:
            print(Status(bad))
        except ValueError as e:
            print(e)


asyncio.run(main())
