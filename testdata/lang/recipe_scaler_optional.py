from typing import Optional


class Ingredient:
    def __init__(self, name: str, amount: Optional[float] = None, unit: Optional[str] = None):
        self.name = name
        self.amount = amount
        self.unit = unit

    def scaled(self, factor: float) -> "Ingredient":
        amount = None if self.amount is None else self.amount * factor
        return Ingredient(self.name, amount, self.unit)

    def __str__(self) -> str:
        if self.amount is None:
            return self.name
        if self.unit is None:
            return f"{self.amount:g} {self.name}"
        return f"{self.amount:g}{self.unit} {self.name}"


def parse(line: str) -> Ingredient:
    parts = line.split()
    if parts[0].isdigit():
        return Ingredient(" ".join(parts[1:]), float(parts[0]))
    number = ""
    for ch in parts[0]:
        if not (ch.isdigit() or ch == "."):
            break
        number += ch
    if number:
        return Ingredient(" ".join(parts[1:]), float(number), parts[0][len(number):])
    return Ingredient(line)


def find(items: list[Ingredient], name: str) -> Optional[Ingredient]:
    for item in items:
        if item.name == name:
            return item
    return None


recipe = [parse(line) for line in ["250g flour", "3 eggs", "0.5l milk", "salt"]]
for item in recipe:
    print(item, "->", item.scaled(1.5))
eggs = find(recipe, "eggs")
print(eggs.amount if eggs else "no eggs", find(recipe, "sugar"))
unit = (find(recipe, "milk") or Ingredient("?")).unit
print(unit, unit is None)
try:
    print(find(recipe, "sugar").amount)
except AttributeError as error:
    print(error)
