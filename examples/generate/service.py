"""Prices of an order, gathered from several shops at once."""

import asyncio
from dataclasses import dataclass


class UnknownItem(Exception):
    """No shop sells the item."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no shop sells {name}")
        self.name = name


@dataclass
class Offer:
    shop: str
    item: str
    cents: int


SHOPS: dict[str, dict[str, int]] = {
    "corner": {"tea": 350, "milk": 120},
    "market": {"tea": 310, "bread": 280},
}


async def ask(shop: str, item: str) -> Offer | None:
    # A real shop would be asked over the network.
    await asyncio.sleep(0.001)
    cents = SHOPS[shop].get(item)
    if cents is None:
        return None
    return Offer(shop, item, cents)


async def best_offer(item: str) -> Offer:
    """The cheapest offer of all shops."""
    offers = await asyncio.gather(*(ask(shop, item) for shop in SHOPS))
    found = [offer for offer in offers if offer is not None]
    if not found:
        raise UnknownItem(item)
    return min(found, key=lambda offer: offer.cents)


async def total(items: list[str]) -> int:
    """What the items cost where they are cheapest, in cents."""
    offers = await asyncio.gather(*(best_offer(item) for item in items))
    return sum(offer.cents for offer in offers)
