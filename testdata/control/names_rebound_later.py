"""Values that are taken before a name, field or item gets another one."""
import asyncio
from typing import Callable


class Account:
    def __init__(self, owner: str, bank: str, balance: int) -> None:
        self.owner, self.bank = owner, bank
        self.history: list[int] = []
        self.opened = self.balance = balance

    def swap(self) -> None:
        self.owner, self.bank = self.bank, self.owner

    def deposit(self, amount: int) -> int:
        self.balance += amount
        self.history.append(self.balance)
        return self.balance

    def current(self) -> int:
        return self.balance


def topped_up(account: Account) -> Account:
    account.balance += 1000
    return account


def walrus() -> None:
    x = 1
    print(x, (x := 5), x)
    row = [x, (x := x + 1), x]
    print(row)
    if x > 5 and (y := x * 2) > x:
        print(x, y, (y := 0), y)


def generators() -> None:
    numbers = [1, 5]
    doubled = (n * 2 for n in numbers)
    numbers = [2]
    print(list(doubled), numbers)
    more = map(lambda n: n + 1, numbers)
    numbers = [3]
    print(list(more), numbers)


def bound() -> None:
    account = Account("ann", "first", 1)
    current = account.current
    account = Account("bob", "second", 2)
    print(current(), account.current())
    print(account.balance, topped_up(account).balance)
    print(account.balance, account.deposit(5), account.history)
    change: Callable[[int], int] = lambda n: n + 1
    changed = map(change, [1, 2])
    change = lambda n: n + 100
    print(list(changed), change(1))


def at(i: int) -> int:
    print("at", i)
    return i


def targets() -> None:
    items = [1, 2, 3]
    items[0], items[1] = items[1], items[0]
    print(items)
    i = 1
    items[i], items[i + 1] = items[i + 1], items[i]
    print(items)
    items[at(0)], items[at(1)] = at(7), at(8)
    print(items)
    i, items[i] = 0, 50
    print(i, items)
    try:
        items[0], items[9] = items[9], items[0]
    except IndexError as error:
        print(error, items)
    account = Account("ann", "first", 1)
    old, account.balance = account.balance, 99
    print(old, account.balance)
    account.balance, old = old, account.balance
    print(old, account.balance)
    account.swap()
    print(account.owner, account.bank, account.opened)
    (a, b), c = (1, 2), 3
    a, b, c = c, a, b
    print(a, b, c)


async def later(n: int) -> int:
    await asyncio.sleep(0)
    return n


async def main() -> None:
    numbers = [1, 2]
    coroutines = [later(n) for n in numbers]
    one = later(numbers[0])
    numbers = [7, 8]
    print(await asyncio.gather(*coroutines), await one)
    print(await asyncio.gather(*(later(n * n) for n in numbers if n > 7), later(0)))
    tasks = [asyncio.create_task(later(n)) for n in numbers]
    print(await asyncio.gather(*tasks))
    account = Account("eve", "third", 4)
    task = asyncio.create_task(asyncio.wait_for(later(account.balance), 1))
    account = Account("dan", "fourth", 9)
    print(await task, account.owner)


letters = ["a"]
upper = (letter.upper() for letter in letters)
letters = ["b"]
print(list(upper))
walrus()
generators()
bound()
targets()
asyncio.run(main())
