import asyncio

ORDERS = {1: [1, 3], 2: [5]}
NAMES: dict[int, str] = {1: "ann"}


async def fetch_orders(user_id: int) -> list[int]:
    await asyncio.sleep(0)
    return ORDERS.get(user_id, [])


def settings(user_id: int) -> dict[str, int]:
    table = {1: {"volume": 5}}
    return table.get(user_id, {"volume": 0})


async def main() -> None:
    for user_id in (1, 2, 3):
        orders = await fetch_orders(user_id)
        print(user_id, orders, len(orders), orders == [], bool(orders))
    extra = await fetch_orders(9)
    extra.append(7)
    print(extra, await fetch_orders(9), ORDERS)
    print(NAMES.get(1), NAMES.get(2), NAMES.get(2, "?"), NAMES.get(3) or "nobody")
    print(settings(1)["volume"], settings(2)["volume"], settings(2).get("bass", -1))
    print(ORDERS.get(5) is None, ORDERS.get(1) is ORDERS[1], {}.get("a", ()), {"a": None}.get("a", 1))


asyncio.run(main())
