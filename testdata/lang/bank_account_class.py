class Account:
    interest = 0.02

    def __init__(self, owner: str, balance: float = 0.0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self.balance += amount

    def withdraw(self, amount: float) -> bool:
        if amount > self.balance:
            print("insufficient funds")
            return False
        self.balance -= amount
        return True

    def add_interest(self) -> None:
        self.balance *= 1 + self.interest

    def __str__(self) -> str:
        return f"{self.owner}: {self.balance:.2f}"


class Savings(Account):
    interest = 0.05

    def withdraw(self, amount: float) -> bool:
        if amount > 100:
            print("at most 100")
            return False
        return super().withdraw(amount)


accounts = [Account("Ann", 50), Savings("Bob", 500)]
for account in accounts:
    account.deposit(25)
    account.withdraw(300)
    account.withdraw(60)
    account.add_interest()
    print(account)
print(sum(a.balance for a in accounts))
try:
    accounts[0].deposit(-1)
except ValueError as e:
    print("ValueError:", e)
