"""A chat room: members with inboxes, commands, private messages, leaving."""
import asyncio
from typing import AsyncIterator


class Member:
    def __init__(self, name: str, room: "Room") -> None:
        self.name = name
        self.room = room
        self.inbox: asyncio.Queue[str | None] = asyncio.Queue(maxsize=5)
        self.log: list[str] = []

    def __repr__(self) -> str:
        return f"<{self.name} {len(self.log)}>"

    async def messages(self) -> AsyncIterator[str]:
        while (text := await self.inbox.get()) is not None:
            yield text

    async def listen(self) -> int:
        async for text in self.messages():
            self.log.append(text)
            await asyncio.sleep(0)
        return len(self.log)

    async def say(self, text: str) -> None:
        await self.room.handle(self, text)


class Room:
    def __init__(self) -> None:
        self.members: dict[str, Member] = {}
        self.history: list[tuple[str, str]] = []
        self.changed = asyncio.Condition()

    async def join(self, name: str) -> Member:
        m = Member(name, self)
        async with self.changed:
            self.members[name] = m
            self.changed.notify_all()
        await self.broadcast("*", f"{name} joined")
        return m

    async def leave(self, m: Member) -> None:
        async with self.changed:
            del self.members[m.name]
            self.changed.notify_all()
        await m.inbox.put(None)
        await self.broadcast("*", f"{m.name} left")

    async def wait_for_members(self, n: int) -> None:
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.members) >= n)

    async def broadcast(self, sender: str, text: str) -> None:
        self.history.append((sender, text))
        for name in list(self.members):
            if name != sender:
                await self.members[name].inbox.put(f"{sender}: {text}")

    async def handle(self, m: Member, text: str) -> None:
        match text.split(maxsplit=2):
            case ["/msg", to, body] if to in self.members:
                await self.members[to].inbox.put(f"{m.name} (private): {body}")
            case ["/msg", to, *_]:
                await m.inbox.put(f"no such member: {to}")
            case ["/who"]:
                await m.inbox.put(", ".join(sorted(self.members)))
            case ["/quit"]:
                await self.leave(m)
            case [first, *_] if first.startswith("/"):
                await m.inbox.put(f"unknown command {first}")
            case _:
                await self.broadcast(m.name, text)


async def session(room: Room, name: str, lines: list[str], expect: int) -> Member:
    me = await room.join(name)
    listener = asyncio.create_task(me.listen())
    await room.wait_for_members(expect)
    for line in lines:
        await me.say(line)
        await asyncio.sleep(0.01)
    await me.say("/quit")
    print(name, "heard", await listener)
    return me


async def main() -> None:
    room = Room()
    members = await asyncio.gather(
        session(room, "ann", ["hello all", "/who", "/msg bob hi bob", "/dance"], 3),
        session(room, "bob", ["hey ann", "/msg zed are you there"], 3),
        session(room, "cy", ["bye"], 3),
    )
    for m in members:
        print(m)
        for line in m.log:
            print("   ", line)
    print(len(room.history), room.members)


asyncio.run(main())
