"""Tickets: dataclasses of enums and named tuples, copied with changes."""

import asyncio
import json
from dataclasses import asdict, dataclass, field, replace
from enum import Enum, IntEnum, StrEnum, auto
from typing import NamedTuple


class Status(Enum):
    OPEN = "open"
    DONE = "done"


class Level(IntEnum):
    LOW = 1
    HIGH = 5


class Pos(NamedTuple):
    x: int
    y: int = 0


@dataclass
class Ticket:
    id: int
    status: Status = Status.OPEN
    level: Level = Level.LOW
    pos: Pos = Pos(0)
    notes: list[str] = field(default_factory=list)

    def close(self) -> "Ticket":
        return replace(self, status=Status.DONE)


async def work(t: Ticket) -> Ticket:
    await asyncio.sleep(0)
    if t.level > Level.LOW:
        t.notes.append("urgent")
    return t.close()


async def main() -> None:
    tickets = [Ticket(1), Ticket(2, level=Level.HIGH, pos=Pos(3, 4))]
    done = await asyncio.gather(*(work(t) for t in tickets))
    for t in done:
        print(t, asdict(t))
        print(json.dumps(asdict(t), default=lambda o: o.value))
    by_status: dict[Status, list[int]] = {}
    for t in tickets + done:
        by_status.setdefault(t.status, []).append(t.id)
    for status, ids in by_status.items():
        match status:
            case Status.OPEN:
                print("open", ids)
            case Status.DONE:
                print("done", ids)
    print({s.name: s.value for s in Status}, Status("done"), Level["HIGH"] + 1, max(Level), sorted(p.pos for p in tickets))
    x, y = tickets[1].pos
    print(x, y, tickets[1].pos._replace(y=9), Pos._fields)


asyncio.run(main())
