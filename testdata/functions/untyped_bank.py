"""Module docstring."""
import sys


class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        self.needed = needed
        self.available = available
        super().__init__(f"need {needed}, have {available}")


class Account:
    _next_id = 1

    def __init__(self, owner, balance=0):
        self.id = Account._next_id
        Account._next_id += 1
        self.owner = owner
        self._balance = balance
        self.log = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.log.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.log.append(("withdraw", amount))
        return amount

    def __repr__(self):
        return "%s(%r, %r)" % (type(self).__name__, self.owner, self._balance)


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.deposit(self.balance * self.rate)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, *args, **kw):
        acc = kind(*args, **kw)
        self.accounts[acc.id] = acc
        return acc

    def transfer(self, src, dst, amount):
        try:
            self.accounts[dst].deposit(self.accounts[src].withdraw(amount))
        except KeyError as e:
            print("no account", e.args[0])
            return False
        except InsufficientFunds as e:
            print(f"{e} (short {e.needed - e.available})")
            return False
        else:
            return True
        finally:
            print("transfer", src, dst, amount)

    def __getitem__(self, id):
        return self.accounts[id]

    def __iter__(self):
        return iter(self.accounts.values())


bank = Bank()
a = bank.open(Account, "ann", 100)
b = bank.open(Savings, "bob", balance=50.0, rate=0.1)
print(bank.transfer(1, 2, 30), bank.transfer(1, 2, 300), bank.transfer(1, 9, 1))
b.add_interest()
print(a, b, a.balance, round(b.balance, 2), [x.owner for x in bank], bank[1].log)
try:
    a.balance = 5
except AttributeError as e:
    print(e)
try:
    a.deposit(-1)
except ValueError as e:
    print("error:", e)
print(__name__, __doc__)


def main(argv=None):
    argv = argv or ["prog", "3", "4"]
    args = [int(x) for x in argv[1:]]
    if sum(args) > 5:
        print("too much", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
