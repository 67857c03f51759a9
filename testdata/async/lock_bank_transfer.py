import asyncio


class InsufficientFunds(Exception):
    pass


class Account:
    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner = owner
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw(self, amount: int) -> None:
        async with self.lock:
            before = self.balance
            await asyncio.sleep(0)  # a race, were it not for the lock
            if before < amount:
                raise InsufficientFunds(f"{self.owner} has {before}, needs {amount}")
            self.balance = before - amount

    async def deposit(self, amount: int) -> None:
        async with self.lock:
            before = self.balance
            await asyncio.sleep(0)
            self.balance = before + amount

    def __repr__(self) -> str:
        return f"Account({self.owner!r}, {self.balance})"


async def transfer(source: Account, target: Account, amount: int) -> bool:
    try:
        await source.withdraw(amount)
    except InsufficientFunds as error:
        print("refused:", error)
        return False
    await target.deposit(amount)
    print(f"{source.owner} -> {target.owner}: {amount}")
    return True


async def main() -> None:
    ann, bob = Account("Ann", 100), Account("Bob")
    outcome = await asyncio.gather(*(transfer(ann, bob, n) for n in (30, 50, 40, 20)))
    print(outcome)
    print(ann, bob, [ann, bob])
    print(ann.balance + bob.balance == 100)


asyncio.run(main())
