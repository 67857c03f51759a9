"""Support desk: tickets with states, priorities and an audit trail."""
from __future__ import annotations

import heapq
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from typing import Iterator, NamedTuple


class State(Enum):
    OPEN = auto()
    ASSIGNED = auto()
    RESOLVED = auto()
    CLOSED = auto()

    @property
    def active(self) -> bool:
        return self in (State.OPEN, State.ASSIGNED)

    def can_become(self, other: State) -> bool:
        return other in ALLOWED[self]


class Priority(IntEnum):
    URGENT = 0
    HIGH = 1
    NORMAL = 2
    LOW = 3

    @classmethod
    def parse(cls, text: str) -> Priority:
        for member in cls:
            if member.name == text.upper():
                return member
        raise ValueError(f"unknown priority {text!r}")


ALLOWED: dict[State, set[State]] = {
    State.OPEN: {State.ASSIGNED, State.CLOSED},
    State.ASSIGNED: {State.RESOLVED, State.OPEN},
    State.RESOLVED: {State.CLOSED, State.OPEN},
    State.CLOSED: set(),
}


class AuditEntry(NamedTuple):
    ticket: int
    before: State
    after: State
    note: str = ""

    @property
    def line(self) -> str:
        text = f"#{self.ticket} {self.before.name} -> {self.after.name}"
        return f"{text} ({self.note})" if self.note else text


class InvalidTransition(Exception):
    def __init__(self, ticket: Ticket, target: State) -> None:
        super().__init__(f"ticket {ticket.id}: {ticket.state.name} cannot become {target.name}")
        self.ticket = ticket
        self.target = target


@dataclass
class Ticket:
    id: int
    title: str
    priority: Priority = Priority.NORMAL
    state: State = State.OPEN
    history: list[AuditEntry] = field(default_factory=list)

    def move(self, target: State, note: str = "") -> None:
        if not self.state.can_become(target):
            raise InvalidTransition(self, target)
        self.history.append(AuditEntry(self.id, self.state, target, note))
        self.state = target


class Desk:
    def __init__(self) -> None:
        self._tickets: dict[int, Ticket] = {}
        self._queue: list[tuple[Priority, int]] = []
        self._next = 1

    def file(self, title: str, priority: str = "normal") -> Ticket:
        ticket = Ticket(self._next, title, Priority.parse(priority))
        self._next += 1
        self._tickets[ticket.id] = ticket
        heapq.heappush(self._queue, (ticket.priority, ticket.id))
        return ticket

    def take(self) -> Ticket | None:
        while self._queue:
            _, number = heapq.heappop(self._queue)
            ticket = self._tickets[number]
            if ticket.state is State.OPEN:
                ticket.move(State.ASSIGNED)
                return ticket
        return None

    def by_state(self) -> dict[State, list[str]]:
        groups: defaultdict[State, list[str]] = defaultdict(list)
        for ticket in self._tickets.values():
            groups[ticket.state].append(ticket.title)
        return dict(groups)

    def __iter__(self) -> Iterator[Ticket]:
        return iter(self._tickets.values())


def summary(desk: Desk) -> str:
    counts = {state: 0 for state in State}
    for ticket in desk:
        counts[ticket.state] += 1
    return ", ".join(f"{state.name.lower()}={n}" for state, n in counts.items() if n)


def main() -> None:
    desk = Desk()
    for title, priority in [("printer", "low"), ("outage", "urgent"), ("password", "normal"), ("vpn", "high")]:
        print(desk.file(title, priority))
    print(summary(desk))
    first = desk.take()
    second = desk.take()
    assert first is not None and second is not None
    print(first.title, first.priority, first.priority.name, repr(second.priority), second.priority > first.priority)
    first.move(State.RESOLVED, "rebooted")
    first.move(State.CLOSED)
    try:
        first.move(State.OPEN)
    except InvalidTransition as e:
        print(e, e.target, e.ticket.state.active)
    try:
        desk.file("x", "soon")
    except ValueError as e:
        print(e)
    for entry in first.history:
        print(entry.line, entry.after is State.CLOSED)
    print(desk.by_state())
    print(summary(desk), [t.title for t in sorted(desk, key=lambda t: (t.priority, t.title))])
    before, after = first.history[0][1:3]
    print(before, after, first.history[-1], first.history[-1]._replace(note="done"))
    while (t := desk.take()) is not None:
        print("take", t.id, t.title, t.priority.value)
    for t in desk:
        match t.state:
            case State.CLOSED:
                print(t.title, "is done")
            case State.ASSIGNED | State.RESOLVED:
                print(t.title, "in progress")
            case State.OPEN:
                print(t.title, "waits")


main()
