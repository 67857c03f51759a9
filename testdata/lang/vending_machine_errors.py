class VendingError(Exception):
    pass


class NotEnoughMoney(VendingError):
    def __init__(self, price, paid):
        self.missing = price - paid
        super().__init__(f"{self.missing} cents missing")


class SoldOut(VendingError):
    pass


class Machine:
    def __init__(self):
        self.stock = {"cola": [150, 2], "water": [100, 0]}
        self.till = 0

    def buy(self, name, paid):
        try:
            price, count = self.stock[name]
        except KeyError as e:
            raise VendingError(f"no slot for {e}") from e
        if count == 0:
            raise SoldOut(name)
        if paid < price:
            raise NotEnoughMoney(price, paid)
        self.stock[name][1] -= 1
        self.till += price
        return paid - price


machine = Machine()
for name, paid in [("cola", 200), ("cola", 100), ("water", 100), ("beer", 500), ("cola", 150), ("cola", 150)]:
    try:
        change = machine.buy(name, paid)
    except NotEnoughMoney as e:
        print("pay more:", e, e.missing)
    except SoldOut as e:
        print("sold out:", e)
    except VendingError as e:
        print("error:", e, "caused by", type(e.__cause__).__name__)
    else:
        print("here is your", name, "and change", change)
    finally:
        print("till:", machine.till)
machine.buy("wine", 1)
