import asyncio
import dataclasses
from dataclasses import asdict, astuple, dataclass, field, replace
from typing import ClassVar


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)
    count: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Task.count += 1
        if self.priority < 0:
            raise ValueError("negative priority")


@dataclass(frozen=True)
class Money:
    amount: int
    currency: str = "EUR"

    def __add__(self, other: "Money") -> "Money":
        return replace(self, amount=self.amount + other.amount)


@dataclass
class Person:
    first: str
    last: str
    full: str = field(init=False)

    def __post_init__(self):
        self.full = f"{self.first} {self.last}"


@dataclass
class Employee(Person):
    salary: Money = Money(0)
    reports: list["Employee"] = field(default_factory=list)


@dataclass(kw_only=True, slots=True)
class Settings:
    host: str = "localhost"
    port: int = 80
    debug: bool = dataclasses.field(default=False, metadata={"env": "DEBUG"})


@dataclass(eq=False)
class Handle:
    number: int


@dataclass(unsafe_hash=True)
class Key:
    a: int
    b: dataclasses.InitVar[int] = 0

    def __post_init__(self, b):
        self.a += b


async def main() -> None:
    queue: asyncio.PriorityQueue[Task] = asyncio.PriorityQueue()
    for task in [Task(3, "low"), Task(1, "urgent", ["now"]), Task(2, "normal")]:
        await queue.put(task)
    while not queue.empty():
        print(await queue.get())
    print(Task.count, Task(1, "a") == Task(1, "b"), Task(1, "z") < Task(2, "a"))
    try:
        Task(-1, "bad")
    except ValueError as error:
        print(error)
    total = Money(5) + Money(7)
    print(total, hash(total) == hash(Money(12)), {Money(1): "one"}[Money(1, "EUR")])
    try:
        total.amount = 1
    except dataclasses.FrozenInstanceError as error:
        print(type(error).__name__, error)
    boss = Employee("Ada", "Byron", Money(900))
    boss.reports.append(Employee("Bob", "Ross"))
    print(boss)
    print(asdict(boss))
    print(astuple(Person("X", "Y")), [f.name for f in dataclasses.fields(Employee)])
    print(replace(boss.reports[0], last="Roth"))
    settings = Settings(port=8080)
    print(settings, settings == Settings(port=8080), dataclasses.is_dataclass(settings))
    try:
        Settings("remote")
    except TypeError as error:
        print(error)
    try:
        Person("only")
    except TypeError as error:
        print(error)
    print(Handle(1) == Handle(1), Key(1, 2) == Key(3), len({Key(1), Key(1), Key(0, 1)}))


asyncio.run(main())
