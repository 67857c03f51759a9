import asyncio
from enum import Enum, auto
from typing import Callable, NamedTuple


class State(Enum):
    IDLE = auto()
    CONNECTING = auto()
    CONNECTED = auto()
    CLOSED = auto()


class Signal(Enum):
    OPEN = "open"
    ACK = "ack"
    FAIL = "fail"
    CLOSE = "close"


class Transition(NamedTuple):
    source: State
    signal: Signal
    target: State
    action: Callable[["Connection"], None] | None = None


class InvalidTransition(Exception):
    def __init__(self, state: State, signal: Signal) -> None:
        super().__init__(f"{signal.value} in {state.name}")
        self.state, self.signal = state, signal


class Connection:
    def __init__(self, name: str) -> None:
        self.name = name
        self.state = State.IDLE
        self.retries = 0
        self.log: list[str] = []
        self._table: dict[tuple[State, Signal], Transition] = {}
        for t in TRANSITIONS:
            self._table[t.source, t.signal] = t

    def fire(self, signal: Signal) -> State:
        key = (self.state, signal)
        if key not in self._table:
            raise InvalidTransition(self.state, signal)
        transition = self._table[key]
        old, self.state = self.state, transition.target
        self.log.append(f"{old.name}->{self.state.name}")
        if transition.action:
            transition.action(self)
        return self.state

    def count_retry(self) -> None:
        self.retries += 1


TRANSITIONS = [
    Transition(State.IDLE, Signal.OPEN, State.CONNECTING),
    Transition(State.CONNECTING, Signal.ACK, State.CONNECTED),
    Transition(State.CONNECTING, Signal.FAIL, State.IDLE, Connection.count_retry),
    Transition(State.CONNECTED, Signal.CLOSE, State.CLOSED, lambda c: c.log.append("bye")),
]


async def drive(conn: Connection, signals: list[Signal]) -> State:
    for s in signals:
        await asyncio.sleep(0)
        try:
            conn.fire(s)
        except InvalidTransition as e:
            print(conn.name, "invalid:", e, e.state)
            break
    else:
        print(conn.name, "done")
    return conn.state


async def main() -> None:
    a, b, c = Connection("a"), Connection("b"), Connection("c")
    S = Signal
    states = await asyncio.gather(
        drive(a, [S.OPEN, S.ACK, S.CLOSE]),
        drive(b, [S.OPEN, S.FAIL, S.OPEN, S.FAIL]),
        drive(c, [S.OPEN, S.CLOSE, S.ACK]),
    )
    for conn, state in zip((a, b, c), states):
        match state:
            case State.CLOSED:
                print(conn.name, "closed", conn.log)
            case State.IDLE if conn.retries > 1:
                print(conn.name, "gave up after", conn.retries)
            case other:
                print(conn.name, other, other.value, conn.log)
    print([s.name for s in State], Signal("ack"), Signal["FAIL"].value)


asyncio.run(main())
