from __future__ import annotations

import asyncio
import json
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta


class BankError(Exception):
    """Base of the bank's errors."""


class UnknownAccount(BankError, KeyError):
    def __str__(self) -> str:
        return f"unknown account {self.args[0]}"


class Overdraft(BankError):
    def __init__(self, account: Account, amount: int) -> None:
        super().__init__(f"{account.number} lacks {amount - account.balance}")
        self.account = account


@dataclass
class Booking:
    day: date
    text: str
    cents: int


@dataclass
class Account:
    number: str
    bookings: list[Booking] = field(default_factory=list)

    @property
    def balance(self) -> int:
        return sum(b.cents for b in self.bookings)

    def book(self, day: date, text: str, cents: int) -> None:
        if cents < 0 and self.balance < -cents:
            raise Overdraft(self, -cents)
        self.bookings.append(Booking(day, text, cents))


class Bank:
    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.today = date(2024, 2, 27)

    def open(self, number: str, deposit: int = 0) -> Account:
        account = self.accounts[number] = Account(number)
        if deposit:
            account.book(self.today, "opening", deposit)
        return account

    def __getitem__(self, number: str) -> Account:
        try:
            return self.accounts[number]
        except KeyError:
            raise UnknownAccount(number) from None

    async def transfer(self, source: str, target: str, cents: int) -> None:
        a, b = self[source], self[target]
        await asyncio.sleep(0)
        a.book(self.today, f"to {target}", -cents)
        b.book(self.today, f"from {source}", cents)

    async def next_day(self) -> None:
        self.today += timedelta(days=1)
        await asyncio.sleep(0)


def statement(account: Account) -> str:
    lines = [f"Account {account.number}"]
    running = 0
    for b in account.bookings:
        running += b.cents
        lines.append(f"{b.day:%Y-%m-%d} {b.text:<12}{b.cents / 100:>10.2f}{running / 100:>10.2f}")
    return "\n".join(lines)


async def main() -> None:
    bank = Bank()
    bank.open("A1", 100_00)
    bank.open("B2")
    for source, target, cents in [("A1", "B2", 3050), ("B2", "A1", 50), ("B2", "A1", 999999), ("A1", "C3", 1), ("A1", "B2", 1)]:
        try:
            await bank.transfer(source, target, cents)
        except Overdraft as error:
            print("overdraft:", error, error.account.balance)
        except BankError as error:
            print("error:", error, isinstance(error, KeyError))
        await bank.next_day()
    for account in bank.accounts.values():
        print(statement(account))
    data = asdict(bank["B2"])
    print(json.dumps(data, default=str, indent=1)[:120])
    print(sum(a.balance for a in bank.accounts.values()))


asyncio.run(main())
