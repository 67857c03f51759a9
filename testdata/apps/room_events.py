"""A chat room whose events are a union of dataclasses."""

import asyncio
from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Joined:
    user: str


@dataclass(frozen=True)
class Said:
    user: str
    text: str


@dataclass(frozen=True)
class Left:
    user: str
    reason: str = "quit"


Event = Union[Joined, Said, Left]


class Room:
    def __init__(self, name: str, limit: int = 2) -> None:
        self.name = name
        self.limit = limit
        self.members: dict[str, asyncio.Queue[Event | None]] = {}
        self.history: list[Event] = []

    def _emit(self, event: Event) -> None:
        self.history.append(event)
        for user, q in self.members.items():
            if user != event.user:
                q.put_nowait(event)

    async def __aenter__(self) -> "Room":
        print(f"[{self.name}] open")
        return self

    async def __aexit__(self, exc_type, exc, tb) -> bool:
        for q in self.members.values():
            q.put_nowait(None)
        print(f"[{self.name}] closed", exc_type.__name__ if exc_type else "-")
        return isinstance(exc, PermissionError)

    def join(self, user: str) -> asyncio.Queue[Event | None]:
        if len(self.members) >= self.limit:
            raise PermissionError(f"{self.name} is full for {user}")
        self._emit(Joined(user))
        q: asyncio.Queue[Event | None] = asyncio.Queue()
        self.members[user] = q
        return q

    def say(self, user: str, *words: str) -> None:
        self._emit(Said(user, " ".join(words)))

    def leave(self, user: str, **why: str) -> None:
        self.members.pop(user).put_nowait(None)
        self._emit(Left(user, **why))


def render(event: Event) -> str:
    match event:
        case Joined(user):
            return f"+ {user}"
        case Said(user=u, text=t) if t.isupper():
            return f"{u} shouts {t}"
        case Said(u, t):
            return f"{u}: {t}"
        case Left(u, reason="quit"):
            return f"- {u}"
        case Left() as e:
            return f"- {e.user} ({e.reason})"


async def listen(user: str, q) -> int:
    n = 0
    while (event := await q.get()) is not None:
        n += 1
        print(f"  {user} sees {render(event)}")
    return n


async def main() -> None:
    async with Room("lobby") as room:
        tasks = []
        for user in ("ann", "bob"):
            tasks.append(asyncio.create_task(listen(user, room.join(user)), name=user))
        room.say("ann", "hello", "bob")
        await asyncio.sleep(0)
        room.say("bob", "HI")
        room.leave("bob", reason="kicked")
        await asyncio.sleep(0)
        room.join("cid")
        room.join("dan")
    print([(t.get_name(), await t) for t in tasks])
    print(len(room.history), room.history[0], {type(e).__name__ for e in room.history} == {"Joined", "Said", "Left"})
    print(sorted({e.user for e in room.history}), hash(Joined("x")) == hash(Joined("x")))


asyncio.run(main())
