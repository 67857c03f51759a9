import asyncio
from random import Random


class Customer:
    def __init__(self, number, items):
        self.number = number
        self.items = items

    def __str__(self):
        return "customer %d" % self.number


async def shop(customers, queue, rng):
    for number in range(1, customers + 1):
        await asyncio.sleep(0)
        await queue.put(Customer(number, rng.sample(["tea", "soap", "bread", "milk"], rng.randint(1, 3))))
    await queue.put(None)


async def cashier(name, queue, prices, receipts):
    served = 0
    while True:
        customer = await queue.get()
        if customer is None:
            await queue.put(None)
            break
        total = 0
        for item in customer.items:
            await asyncio.sleep(0)
            total += prices.get(item) or 0
        receipts[customer.number] = name, sorted(customer.items), round(total, 2)
        print(f"{name} served {customer}")
        served += 1
    return served


async def main():
    prices = dict(tea=2.2, bread=1.8, milk=0.99)
    prices["soap"] = 3
    queue = asyncio.Queue(maxsize=2)
    receipts = {}
    _, a, b = await asyncio.gather(
        shop(6, queue, Random(3)),
        cashier("ann", queue, prices, receipts),
        cashier("bob", queue, prices, receipts),
    )
    print(a + b, "served")
    for number in sorted(receipts):
        name, items, total = receipts[number]
        print(number, name, "+".join(items), total)
    print("sales", round(sum(r[-1] for r in receipts.values()), 2))


asyncio.run(main())
