from __future__ import annotations
import asyncio
from datetime import datetime, timedelta


class BankError(Exception):
    """Base class."""


class InsufficientFunds(BankError):
    def __init__(self, account: Account, amount: int):
        self.account = account
        self.amount = amount
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")


class AccountLocked(BankError):
    def __str__(self):
        return f"account {self.args[0]} is locked"


class Account:
    _next_id = 1
    interest = 0.02

    def __init__(self, owner: str, balance: int = 0):
        self.owner = owner
        self._balance = balance
        self.id = Account._next_id
        Account._next_id += 1
        self.lock = asyncio.Lock()
        self.locked = False
        self.history: list[tuple[str, int]] = []

    @property
    def balance(self) -> int:
        return self._balance

    @balance.setter
    def balance(self, value: int) -> None:
        if value < 0:
            raise ValueError("balance cannot be negative")
        self._balance = value

    def withdraw(self, amount: int) -> None:
        if self.locked:
            raise AccountLocked(self.id)
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def deposit(self, amount: int) -> None:
        self.balance += amount
        self.history.append(("deposit", amount))

    @classmethod
    def from_string(cls, text: str) -> Account:
        owner, _, money = text.partition(":")
        return cls(owner.strip(), int(money or 0))

    @staticmethod
    def is_valid(amount: int) -> bool:
        return amount > 0

    def __repr__(self) -> str:
        return f"{type(self).__name__}(#{self.id} {self.owner}: {self.balance})"


class Savings(Account):
    interest = 0.05

    def add_interest(self) -> float:
        gain = int(self.balance * self.interest)
        self.deposit(gain)
        return gain

    def withdraw(self, amount: int) -> None:
        if len([1 for kind, _ in self.history if kind == "withdraw"]) >= 2:
            raise BankError("too many withdrawals")
        super().withdraw(amount)


async def transfer(src: Account, dst: Account, amount: int) -> None:
    if not Account.is_valid(amount):
        raise ValueError(f"bad amount {amount}")
    first, second = sorted((src, dst), key=lambda a: a.id)
    async with first.lock, second.lock:
        src.withdraw(amount)
        await asyncio.sleep(0)
        dst.deposit(amount)


async def main():
    a = Account("ann", 100)
    b = Savings("bob", 50)
    c = Account.from_string("cyd : 10")
    s = Savings.from_string("dan:1000")
    results = await asyncio.gather(
        transfer(a, b, 30), transfer(b, c, 60), transfer(c, a, 500), transfer(s, a, -5),
        transfer(b, a, 1), transfer(b, a, 1), return_exceptions=True)
    for r in results:
        print(type(r).__name__, r)
    print(a, b, c, s)
    print(s.add_interest(), s.interest, c.interest, s.balance)
    c.locked = True
    for attempt in (lambda: c.withdraw(1), lambda: setattr(c, "balance", -1)):
        try:
            attempt()
        except BankError as e:
            print("bank:", e, repr(e))
        except ValueError as e:
            print("value:", e)
    try:
        c.locked = False
        c.withdraw(10_000)
    except InsufficientFunds as e:
        print(e, e.account is c, e.amount)
    total = sum(x.balance for x in (a, b, c, s))
    print(f"{total:,} {total / 4:.2f}", Account._next_id)


asyncio.run(main())
