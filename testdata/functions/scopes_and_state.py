counter = 0
names = ["module"]


def bump(step=1):
    global counter
    counter += step
    return counter


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x += "+inner"
            return x

        y = inner()
        return y, x

    before = x
    result = middle()
    return before, result, x


def make_account(balance):
    history = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        history.append(("deposit", amount))
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            raise ValueError(f"balance is only {balance}")
        balance -= amount
        history.append(("withdraw", amount))
        return balance

    return deposit, withdraw, lambda: list(history)


def shadow(names):
    names = names + ["local"]
    sum = len(names)
    return sum


class Config:
    debug = False
    level = 3
    doubled = level * 2
    items = [n for n in range(level)]

    def describe(self):
        return self.debug, Config.level, self.doubled


def conditional(flag):
    if flag:
        value = "set"
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


def create_global():
    global made_later
    made_later = [1, 2]


print(bump(), bump(5), counter)
print(outer())
deposit, withdraw, history = make_account(100)
deposit(50)
withdraw(120)
try:
    withdraw(31)
except ValueError as e:
    print(e)
print(history(), make_account(1)[2]())
print(shadow(names), names)
print(Config().describe(), Config.items)
print(conditional(True), conditional(False))
create_global()
print(made_later)
print([x for x in range(3)], "x" in globals())
for i in range(3):
    pass
print(i)
del i
try:
    print(i)
except NameError as error:
    print(error)
adders = [lambda n, k=k: n + k for k in range(3)]
late = [lambda n: n + k for k in range(3)]
print([f(10) for f in adders], [f(10) for f in late])
compose = lambda *fs: (lambda x: [x := f(x) for f in fs][-1])
print(compose(str, len, lambda n: n * 7)(12345))
