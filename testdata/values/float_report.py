import math


def show(label: str, value: float) -> None:
    print(f"{label:<12}{value!r:>24} {value:.3f} {value:g} {int(value) if math.isfinite(value) else '-'}")


show("third", 1 / 3)
show("sum", 0.1 + 0.2)
show("big", 1e22)
show("bigger", 1.5e300)
show("small", 1e-7)
show("whole", 100.0)
show("negative", -2.5)
show("neg zero", -0.0)
print(float("inf"), -float("inf"), float("nan"), float("  1e3 "))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2)
print(divmod(9.5, 2.5), 2.0 ** 0.5, 2 ** 0.5, 10 ** -2)
print(round(2.675, 2), round(1.005, 2), round(5e15 + 0.5), round(0.5), round(1.5), round(-0.5))
print(round(1234.5678, -2), round(3.14159, 3), round(7.0))
print(0.1 + 0.2 == 0.3, math.isclose(0.1 + 0.2, 0.3), 1.0 == 1, 0.5 == 1 / 2)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.sqrt(2), math.pi, math.e)
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.hypot(3, 4))
print((0.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer(), (255.5).hex())
print(1e16, 1e15, 123456789012345.6, 0.0001, 0.00001, 1e100)
print(sum([0.1] * 10), math.fsum([0.1] * 10), max(1, 2.5), min(1, 1.0))
nan = math.nan
print(nan == nan, nan != nan, nan < 1, [nan] == [nan])
for text in ["3.5", "abc", "1,5"]:
    try:
        print(float(text))
    except ValueError as error:
        print(error)
try:
    print(1.0 / 0)
except ZeroDivisionError as error:
    print(error)
try:
    print(math.sqrt(-1))
except ValueError as error:
    print("ValueError:", type(error).__name__)
try:
    int(float("inf"))
except OverflowError as error:
    print(error)
