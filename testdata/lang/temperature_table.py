def to_fahrenheit(celsius: float) -> float:
    return celsius * 9 / 5 + 32


for celsius in range(-10, 41, 10):
    print(f"{celsius:4d} C = {to_fahrenheit(celsius):6.1f} F")
