# Untyped, tutorial style
class Item:
    tax = 0.2

    def __init__(self, name, price, qty=1, *tags, **extra):
        self.name = name
        self.price = price
        self.qty = qty
        self.tags = list(tags)
        self.extra = extra

    @property
    def total(self):
        return self.price * self.qty

    @total.setter
    def total(self, value):
        self.price = value / self.qty

    def __str__(self):
        return "%-10s x%2d @ %7.2f" % (self.name, self.qty, self.price)

    def __repr__(self):
        return "Item({!r}, {!r})".format(self.name, self.price)

    def __eq__(self, other):
        return isinstance(other, Item) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


class Perishable(Item):
    def __init__(self, name, price, days, **kw):
        super().__init__(name, price, **kw)
        self.days = days

    @property
    def total(self):
        base = super().total
        return base * 0.5 if self.days < 2 else base


class Inventory:
    def __init__(self):
        self._items = {}
        self._observers = []

    def subscribe(self, fn):
        self._observers.append(fn)
        return fn

    def add(self, item):
        if item.name in self._items:
            self._items[item.name].qty += item.qty
        else:
            self._items[item.name] = item
        for fn in self._observers:
            fn("add", item)

    def remove(self, name, qty=1):
        try:
            item = self._items[name]
        except KeyError:
            raise LookupError(f"no {name!r} in stock") from None
        if item.qty < qty:
            raise ValueError("not enough %s: %d < %d" % (name, item.qty, qty))
        item.qty -= qty
        if item.qty == 0:
            del self._items[name]
        for fn in self._observers:
            fn("remove", item)

    def __iter__(self):
        return iter(sorted(self._items.values(), key=lambda i: i.name))

    def __len__(self):
        return len(self._items)

    def __contains__(self, name):
        return name in self._items

    def __getitem__(self, name):
        return self._items[name]

    def total(self):
        return sum(i.total for i in self)


inv = Inventory()
log = []


@inv.subscribe
def record(kind, item):
    log.append((kind, item.name))


inv.add(Item("pen", 1.5, 10, "office", "blue", color="blue"))
inv.add(Item("book", 12, 2))
inv.add(Perishable("milk", 0.99, days=1, qty=6))
inv.add(Item("pen", 9.99, 5))
for item in inv:
    print(item, item.tags, item.extra)
print(len(inv), "pen" in inv, "cup" in inv, inv["book"], round(inv.total(), 2))
for name, qty in [("pen", 3), ("cup", 1), ("book", 2), ("milk", 100)]:
    try:
        inv.remove(name, qty)
    except (LookupError, ValueError) as e:
        print(type(e).__name__, e)
    else:
        print("removed", qty, name)
    finally:
        print("left", len(inv))
inv["pen"].total = 24
print(inv["pen"].price, inv["pen"].total, list(inv))
print(log)
print({Item("a", 1), Item("a", 2), Item("b", 1)} == {Item("b", 3), Item("a", 0)})
grouped = {}
for i in inv:
    grouped.setdefault(type(i).__name__, []).append(i.name)
print(grouped)
print(max(inv, key=lambda i: i.total), [getattr(i, "days", None) for i in inv])
print(hasattr(inv["pen"], "days"), vars(Item("z", 1)))
