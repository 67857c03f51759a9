import random
import sys


def guess(secret: int, low: int, high: int) -> int:
    attempts = 0
    while True:
        attempts += 1
        middle = (low + high) // 2
        if middle == secret:
            print(f"found {secret} in {attempts} attempts")
            return attempts
        if middle < secret:
            low = middle + 1
        else:
            high = middle - 1


def main() -> None:
    rng = random.Random(2024)
    total = 0
    for _ in range(4):
        total += guess(rng.randint(1, 1000), 1, 1000)
    print("average", total / 4)
    secret = 7
    for line in sys.stdin:
        try:
            number = int(line)
        except ValueError:
            print("not a number:", line.strip())
            continue
        if number == secret:
            print("yes!")
            break
        print("too low" if number < secret else "too high")
    else:
        print("you gave up")


main()
