def fizzbuzz(n: int) -> str:
    if n % 15 == 0:
        return "FizzBuzz"
    elif n % 3 == 0:
        return "Fizz"
    elif n % 5 == 0:
        return "Buzz"
    return str(n)


print(", ".join(fizzbuzz(i) for i in range(1, 16)))
for i, word in enumerate(map(fizzbuzz, range(10, 13)), start=10):
    print(i, word)
