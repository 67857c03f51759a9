"""Numbers that outgrow a machine word."""


def factorial(n: int) -> int:
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def digits(n: int) -> int:
    return sum(int(d) for d in str(n))


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    for base in (2, 3, 5, 7, 11, 13, 17, 19, 23):
        if n == base:
            return True
        if n % base == 0 or pow(base, n - 1, n) != 1:
            return False
    return True


print(factorial(25))
print(factorial(30) // factorial(28))
print(fibonacci(120))
print(2 ** 100, -(2 ** 100) // 7, 2 ** 100 % 97)
print(digits(2 ** 200))
print(is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1))
big = 123456789012345678901234567890
print(big, hex(big), f"{big:,}", f"{big:e}")
print(big + 1 - big, big // 10 ** 25, big.bit_length())
print(int("9" * 30) + 1)
print(big > 10 ** 29, big == float(big), big / 3)
print(9223372036854775807 + 1)
print(1 << 70 >> 68, (1 << 64) - 1 & 0xFFFF)
print(divmod(-big, 10 ** 10))
