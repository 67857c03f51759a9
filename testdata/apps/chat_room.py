import asyncio


class Room:
    def __init__(self, name: str) -> None:
        self.name = name
        self.members: dict[str, asyncio.Queue[str]] = {}

    async def broadcast(self, sender: str, text: str) -> None:
        for member, inbox in self.members.items():
            if member != sender:
                await inbox.put(f"[{self.name}] {sender}: {text}")


class User:
    def __init__(self, name: str) -> None:
        self.name = name
        self.inbox: asyncio.Queue[str] = asyncio.Queue()
        self.received: list[str] = []
        self.rooms: set[str] = set()

    async def reader(self) -> None:
        while True:
            message = await self.inbox.get()
            self.received.append(message)
            print(f"{self.name} <- {message}")
            self.inbox.task_done()


class Server:
    def __init__(self) -> None:
        self.rooms: dict[str, Room] = {}
        self.users: dict[str, User] = {}
        self.readers: list[asyncio.Task[None]] = []

    def login(self, name: str) -> User:
        if name in self.users:
            raise ValueError(f"{name} is logged in already")
        user = self.users[name] = User(name)
        self.readers.append(asyncio.create_task(user.reader(), name=f"reader-{name}"))
        return user

    async def handle(self, user: User, command: str) -> None:
        match command.split(maxsplit=2):
            case ["/join", room]:
                self.rooms.setdefault(room, Room(room)).members[user.name] = user.inbox
                user.rooms.add(room)
                await self.rooms[room].broadcast(user.name, "joined")
            case ["/leave", room] if room in user.rooms:
                user.rooms.discard(room)
                del self.rooms[room].members[user.name]
                await self.rooms[room].broadcast(user.name, "left")
            case ["/msg", target, text]:
                if target not in self.users:
                    await user.inbox.put(f"no such user: {target}")
                else:
                    await self.users[target].inbox.put(f"(private) {user.name}: {text}")
            case ["/who", room]:
                await user.inbox.put(", ".join(sorted(self.rooms[room].members)))
            case [word, *_] if word.startswith("/"):
                await user.inbox.put(f"bad command {command!r}")
            case _:
                for room in sorted(user.rooms):
                    await self.rooms[room].broadcast(user.name, command)

    async def close(self) -> None:
        for user in self.users.values():
            await user.inbox.join()
        for reader in self.readers:
            reader.cancel()
        results = await asyncio.gather(*self.readers, return_exceptions=True)
        print([type(r).__name__ for r in results], [t.get_name() for t in self.readers])


async def main() -> None:
    server = Server()
    ann, bob, cid = (server.login(name) for name in ("ann", "bob", "cid"))
    script = [
        (ann, "/join go"), (bob, "/join go"), (cid, "/join python"), (ann, "hello all"), (cid, "anybody here?"),
        (bob, "/join python"), (bob, "hi from me"), (cid, "/msg ann are you there"), (ann, "/msg zoe hey"),
        (ann, "/who go"), (ann, "/leave go"), (ann, "/leave go"), (cid, "/dance now"),
    ]
    for user, command in script:
        await server.handle(user, command)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    try:
        server.login("bob")
    except ValueError as error:
        print(error)
    await server.close()
    print({user.name: len(user.received) for user in server.users.values()})


asyncio.run(main())
