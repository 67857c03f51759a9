from dataclasses import dataclass, field


@dataclass
class Product:
    name: str
    price: float
    taxed: bool = True


@dataclass
class Line:
    product: Product
    quantity: int = 1

    @property
    def total(self) -> float:
        price = self.product.price * self.quantity
        return price * 1.2 if self.product.taxed else price


@dataclass
class Cart:
    lines: list[Line] = field(default_factory=list)
    discounts: dict[str, float] = field(default_factory=dict)

    def add(self, product: Product, quantity: int = 1) -> "Cart":
        for line in self.lines:
            if line.product == product:
                line.quantity += quantity
                return self
        self.lines.append(Line(product, quantity))
        return self

    def total(self) -> float:
        return sum(line.total * (1 - self.discounts.get(line.product.name, 0)) for line in self.lines)

    def __len__(self) -> int:
        return sum(line.quantity for line in self.lines)

    def __contains__(self, name: str) -> bool:
        return any(line.product.name == name for line in self.lines)


tea, book = Product("tea", 4.5), Product("book", 20, taxed=False)
cart = Cart()
cart.add(tea, 2).add(book).add(Product("tea", 4.5))
print(len(cart), f"{cart.total():.2f}", "tea" in cart, "milk" in cart)
cart.discounts["book"] = 0.1
print(round(cart.total(), 2))
print(cart.lines[0])
print(cart == Cart(cart.lines, {"book": 0.1}), cart.lines[1] == Line(book, 1))
