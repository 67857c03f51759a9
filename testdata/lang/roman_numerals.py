NUMERALS = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def to_roman(number: int) -> str:
    if not 0 < number < 4000:
        raise ValueError(f"cannot write {number}")
    result = ""
    for value, numeral in NUMERALS:
        count, number = divmod(number, value)
        result += numeral * count
    return result


def from_roman(text: str) -> int:
    values = {n: v for v, n in NUMERALS if len(n) == 1}
    total = 0
    for current, following in zip(text, text[1:] + " "):
        value = values[current]
        total += -value if values.get(following, 0) > value else value
    return total


for year in (4, 9, 14, 1990, 2024, 3999):
    print(year, to_roman(year), from_roman(to_roman(year)) == year)
try:
    to_roman(0)
except ValueError as e:
    print("error:", e)
