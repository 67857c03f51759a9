import asyncio
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()
    FINISHED = 3

    @property
    def is_final(self) -> bool:
        return self is State.DONE

    def next(self) -> "State":
        members = list(State)
        return members[min(members.index(self) + 1, len(members) - 1)]

    def __str__(self) -> str:
        return self.name.lower()


@unique
class Priority(IntEnum):
    LOW = 1
    HIGH = 10


class Channel(StrEnum):
    EMAIL = auto()
    SMS = "text"


class Access(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    ADMIN = READ | WRITE


class Planet(Enum):
    EARTH = (5.97e24, 6.371e6)
    MARS = (6.42e23, 3.389e6)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    def gravity(self) -> float:
        return 6.674e-11 * self.mass / self.radius ** 2


async def run(log: list[State]) -> State:
    state = State.IDLE
    while not state.is_final:
        log.append(state)
        await asyncio.sleep(0)
        state = state.next()
    return state


async def main() -> None:
    log: list[State] = []
    print(await run(log), log)
    print(State.RUNNING, repr(State.RUNNING), State.RUNNING.value, State["IDLE"], State(2).name)
    print(State.FINISHED is State.DONE, len(State), list(State.__members__), State.DONE in State)
    print(Priority.HIGH > Priority.LOW, Priority.HIGH + 1, Priority(1), sorted([Priority.HIGH, Priority.LOW]))
    print(Channel.EMAIL, Channel.SMS == "text", Channel.EMAIL.upper(), f"{Channel.SMS:>6}", repr(Channel.EMAIL))
    print(Access.ADMIN, Access.READ | Access.WRITE, Access.READ in Access.ADMIN, Access.ADMIN & Access.WRITE)
    print(bool(Access.NONE), Access.ADMIN ^ Access.READ, ~Access.READ, [a.name for a in Access.ADMIN], Access(3).value)
    for planet in Planet:
        print(f"{planet.name:<6}{planet.gravity():.2f}")
    print({State.IDLE: "zzz"}[State(1)], State.IDLE == 1, State.IDLE != State.DONE, State.IDLE is State["IDLE"])
    match Priority(10):
        case Priority.LOW:
            print("relax")
        case Priority.HIGH:
            print("hurry")
    for bad in (lambda: State(99), lambda: State["NOPE"], lambda: State.IDLE < State.DONE):
        try:
            bad()
        except (ValueError, KeyError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        State.IDLE = 5
    except AttributeError as error:
        print(error)


asyncio.run(main())
