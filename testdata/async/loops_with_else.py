import asyncio


async def find_factor(n: int) -> int | None:
    for candidate in range(2, n):
        if n % candidate == 0:
            break
        await asyncio.sleep(0)
    else:
        return None
    return candidate


async def collatz(n: int) -> list[int]:
    steps = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps.append(n)
        if len(steps) > 12:
            break
    else:
        print("reached 1")
    await asyncio.sleep(0)
    return steps


async def main() -> None:
    for n in [2, 9, 15, 17, 49]:
        factor = await find_factor(n)
        if factor is None:
            print(n, "is prime")
        else:
            print(n, "=", factor, "*", n // factor)

    print(await collatz(6))
    print(await collatz(27))

    row = 0
    while True:
        row += 1
        if row == 2:
            continue
        for col in range(row):
            if col == 3:
                print("|")
                break
            print(col, end=" ")
        else:
            print("end of row", row)
            continue
        break
    print("row", row)

    for letter in "":
        print("never")
    else:
        print("empty loop, else runs")


asyncio.run(main())
