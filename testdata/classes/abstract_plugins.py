import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator


class Storage(ABC):
    @abstractmethod
    async def get(self, key: str) -> str | None:
        """Value of the key, None when it is not there."""

    @abstractmethod
    async def put(self, key: str, value: str) -> None: ...

    @property
    @abstractmethod
    def name(self) -> str: ...

    async def get_or(self, key: str, default: str) -> str:
        value = await self.get(key)
        return default if value is None else value

    async def copy_to(self, other: "Storage", *keys: str) -> int:
        copied = 0
        for key in keys:
            if (value := await self.get(key)) is not None:
                await other.put(key, value)
                copied += 1
        return copied


class Memory(Storage):
    def __init__(self) -> None:
        self.data: dict[str, str] = {}

    async def get(self, key: str) -> str | None:
        return self.data.get(key)

    async def put(self, key: str, value: str) -> None:
        self.data[key] = value

    @property
    def name(self) -> str:
        return "memory"

    async def keys(self) -> AsyncIterator[str]:
        for key in sorted(self.data):
            await asyncio.sleep(0)
            yield key


class Upper(Storage):
    """Stores through another storage, in capitals."""

    def __init__(self, inner: Storage) -> None:
        self.inner = inner

    async def get(self, key: str) -> str | None:
        await asyncio.sleep(0)
        return await self.inner.get(key)

    async def put(self, key: str, value: str) -> None:
        await self.inner.put(key, value.upper())

    @property
    def name(self) -> str:
        return f"upper({self.inner.name})"


class Incomplete(Storage):
    async def get(self, key: str) -> str | None:
        return None


async def main() -> None:
    memory = Memory()
    upper: Storage = Upper(memory)
    await upper.put("greeting", "hello")
    await memory.put("plain", "words")
    for storage in (memory, upper):
        print(storage.name, await storage.get("greeting"), await storage.get_or("none", "-"))
    other = Memory()
    print(await memory.copy_to(other, "greeting", "missing", "plain"))
    print([key async for key in other.keys()])
    for cls in (Storage, Incomplete):
        try:
            cls()
        except TypeError as error:
            print(error)
    print(issubclass(Upper, Storage), sorted(Incomplete.__abstractmethods__))


asyncio.run(main())
