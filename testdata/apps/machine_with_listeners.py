import asyncio
import enum
from dataclasses import dataclass, field
from typing import Callable, Optional


class State(enum.Enum):
    IDLE = enum.auto()
    CONNECTING = enum.auto()
    READY = enum.auto()
    CLOSED = enum.auto()

    @property
    def final(self) -> bool:
        return self is State.CLOSED

    @classmethod
    def parse(cls, name: str) -> "State":
        return cls[name.upper()]


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


class Perm(enum.Flag):
    R = 1
    W = 2
    X = 4


class TransitionError(Exception):
    def __init__(self, source: State, event: str) -> None:
        super().__init__(f"cannot {event} from {source.name}")
        self.source = source
        self.event = event


TRANSITIONS: dict[tuple[State, str], State] = {
    (State.IDLE, "connect"): State.CONNECTING,
    (State.CONNECTING, "ok"): State.READY,
    (State.CONNECTING, "fail"): State.IDLE,
    (State.READY, "close"): State.CLOSED,
}


@dataclass
class Machine:
    state: State = State.IDLE
    history: list[State] = field(default_factory=list)
    listeners: list[Callable[[State, State], None]] = field(default_factory=list)
    last_error: Optional[TransitionError] = None

    def fire(self, event: str) -> State:
        try:
            target = TRANSITIONS[self.state, event]
        except KeyError:
            self.last_error = TransitionError(self.state, event)
            raise self.last_error from None
        old, self.state = self.state, target
        self.history.append(old)
        for fn in self.listeners:
            fn(old, target)
        return target

    async def wait_for(self, state: State, poll: float = 0.001) -> int:
        ticks = 0
        while self.state is not state:
            await asyncio.sleep(poll)
            ticks += 1
        return ticks


async def driver(m: Machine) -> None:
    for event in ("connect", "fail", "connect", "ok"):
        await asyncio.sleep(0.002)
        m.fire(event)


async def main() -> None:
    m = Machine()
    m.listeners.append(lambda a, b: print(f"{a.name} -> {b.name}"))
    waiter = asyncio.create_task(m.wait_for(State.READY))
    await driver(m)
    print("waited", (await waiter) > 0)
    try:
        m.fire("connect")
    except TransitionError as e:
        print(e, e.source, e.event, m.last_error is e)
    print(m.fire("close"), m.state.final, m.history)
    match m.state:
        case State.IDLE | State.CONNECTING:
            print("early")
        case State.CLOSED:
            print("closed for good")
    print(State.parse("ready"), State(2), list(State), State["IDLE"].value, State.IDLE in m.history)
    try:
        State(99)
    except ValueError as e:
        print(e)
    print(Level.HIGH > Level.LOW, Level.LOW + 1, f"{Level.HIGH} {Level.HIGH!r}", max(Level))
    p = Perm.R | Perm.W
    print(p, Perm.W in p, Perm.X in p, p & Perm.R, (p ^ Perm.R).name, ~p)
    print(repr(m)[:40], {s: s.value for s in State})


asyncio.run(main())
