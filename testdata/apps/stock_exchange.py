from __future__ import annotations

import asyncio
import heapq
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

Side = Literal["buy", "sell"]
ids = count(1)


@dataclass
class Order:
    trader: str
    side: Side
    price: int
    quantity: int
    id: int = field(default_factory=lambda: next(ids))


@dataclass(frozen=True)
class Trade:
    buyer: str
    seller: str
    price: int
    quantity: int

    def __str__(self) -> str:
        return f"{self.buyer} buys {self.quantity} of {self.seller} at {self.price / 100:.2f}"


class Book:
    def __init__(self) -> None:
        self.bids: list[tuple[int, int, Order]] = []
        self.asks: list[tuple[int, int, Order]] = []
        self.trades: asyncio.Queue[Trade | None] = asyncio.Queue()

    def add(self, order: Order) -> None:
        if order.quantity <= 0:
            raise ValueError(f"order {order.id}: quantity must be positive")
        own, other = (self.bids, self.asks) if order.side == "buy" else (self.asks, self.bids)
        while order.quantity and other:
            best = other[0][2]
            crosses = order.price >= best.price if order.side == "buy" else order.price <= best.price
            if not crosses:
                break
            quantity = min(order.quantity, best.quantity)
            buyer, seller = (order, best) if order.side == "buy" else (best, order)
            self.trades.put_nowait(Trade(buyer.trader, seller.trader, best.price, quantity))
            order.quantity -= quantity
            best.quantity -= quantity
            if best.quantity == 0:
                heapq.heappop(other)
        if order.quantity:
            key = -order.price if order.side == "buy" else order.price
            heapq.heappush(own, (key, order.id, order))

    def depth(self) -> dict[str, list[tuple[int, int]]]:
        return {
            "bids": [(o.price, o.quantity) for _, _, o in sorted(self.bids)],
            "asks": [(o.price, o.quantity) for _, _, o in sorted(self.asks)],
        }


async def trader(name: str, book: Book, orders: list[tuple[Side, int, int]]) -> None:
    for side, price, quantity in orders:
        try:
            book.add(Order(name, side, price, quantity))
        except ValueError as error:
            print("rejected:", error)
        await asyncio.sleep(0)


async def reporter(book: Book) -> int:
    volume = 0
    while (trade := await book.trades.get()) is not None:
        print(trade)
        volume += trade.price * trade.quantity
    return volume


async def main() -> None:
    book = Book()
    report = asyncio.create_task(reporter(book))
    await asyncio.gather(
        trader("ann", book, [("buy", 1000, 10), ("buy", 1010, 5), ("sell", 1050, 3)]),
        trader("bob", book, [("sell", 1020, 4), ("sell", 990, 12), ("sell", 1000, 0)]),
        trader("cid", book, [("buy", 1020, 2), ("buy", 1100, 9)]),
    )
    await book.trades.put(None)
    print(f"volume {await report / 100:,.2f}")
    print(book.depth())


asyncio.run(main())
