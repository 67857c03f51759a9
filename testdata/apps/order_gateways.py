"""A shop with order states, payment gateways that fail, and observers."""

from __future__ import annotations

import asyncio
import enum
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol


class State(enum.Enum):
    NEW = enum.auto()
    PAID = enum.auto()
    SHIPPED = enum.auto()
    CANCELLED = enum.auto()

    @property
    def final(self) -> bool:
        return self in (State.SHIPPED, State.CANCELLED)


TRANSITIONS: dict[State, set[State]] = {
    State.NEW: {State.PAID, State.CANCELLED},
    State.PAID: {State.SHIPPED, State.CANCELLED},
}


class InvalidTransition(Exception):
    def __init__(self, order: Order, target: State) -> None:
        super().__init__(f"order {order.id}: {order.state.name} -> {target.name}")
        self.order = order


@dataclass
class Order:
    id: int
    total: float
    state: State = State.NEW
    history: list[tuple[State, State]] = field(default_factory=list)

    def move(self, target: State) -> None:
        if target not in TRANSITIONS.get(self.state, set()):
            raise InvalidTransition(self, target)
        self.history.append((self.state, target))
        self.state = target


class Gateway(Protocol):
    name: str

    async def charge(self, amount: float) -> bool: ...


class CardGateway:
    def __init__(self, limit: float) -> None:
        self.name = "card"
        self.limit = limit

    async def charge(self, amount: float) -> bool:
        await asyncio.sleep(0)
        return amount <= self.limit


class FlakyGateway:
    name = "flaky"

    def __init__(self) -> None:
        self.calls = 0

    async def charge(self, amount: float) -> bool:
        self.calls += 1
        await asyncio.sleep(0)
        if self.calls % 2:
            raise ConnectionError(f"{self.name} timed out ({self.calls})")
        return True


class Observer(ABC):
    @abstractmethod
    def notify(self, order: Order, message: str) -> None: ...


class Log(Observer):
    def __init__(self) -> None:
        self.lines: list[str] = []

    def notify(self, order: Order, message: str) -> None:
        self.lines.append(f"#{order.id} {message}")


class Totals(Observer):
    def __init__(self) -> None:
        self.by_state: dict[State, float] = {}

    def notify(self, order: Order, message: str) -> None:
        self.by_state[order.state] = self.by_state.get(order.state, 0.0) + order.total


class Shop:
    def __init__(self, gateways: list[Gateway], *observers: Observer) -> None:
        self.gateways = gateways
        self.observers = observers
        self._ids = iter(range(1, 100))

    def _tell(self, order: Order, message: str) -> None:
        for o in self.observers:
            o.notify(order, message)

    @asynccontextmanager
    async def checkout(self, total: float) -> AsyncIterator[Order]:
        order = Order(next(self._ids), total)
        try:
            yield order
        except (ConnectionError, InvalidTransition) as e:
            order.move(State.CANCELLED)
            self._tell(order, f"cancelled: {e}")
        else:
            self._tell(order, f"ended {order.state.name.lower()}")

    async def buy(self, total: float, ship: bool = True) -> State:
        async with self.checkout(total) as order:
            for g in self.gateways:
                try:
                    if await g.charge(order.total):
                        order.move(State.PAID)
                        break
                except ConnectionError:
                    if g is self.gateways[-1]:
                        raise
            if ship:
                order.move(State.SHIPPED)
        return order.state


async def main() -> None:
    log, totals = Log(), Totals()
    shop = Shop([CardGateway(50.0), FlakyGateway()], log, totals)
    states = await asyncio.gather(shop.buy(20.0), shop.buy(99.5), shop.buy(70.0), shop.buy(10.0, ship=False))
    print([s.name for s in states], [s.final for s in states])
    print(*log.lines, sep="\n")
    for state, amount in sorted(totals.by_state.items(), key=lambda kv: kv[0].value):
        print(f"{state.name:<10}{amount:>8.2f}")
    o = Order(9, 1.0)
    try:
        o.move(State.SHIPPED)
    except InvalidTransition as e:
        print(e, e.order is o, o)


asyncio.run(main())
