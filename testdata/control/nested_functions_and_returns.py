import asyncio


def search(grid, wanted):
    for r, row in enumerate(grid):
        for c, value in enumerate(row):
            if value == wanted:
                return r, c
    return None


def classify(n):
    if n < 0:
        return "negative"
    if n == 0:
        return "zero"
    for divisor in range(2, n):
        if n % divisor == 0:
            return f"composite ({divisor})"
    return "prime" if n > 1 else "one"


def process(lines):
    result = []
    for number, line in enumerate(lines):
        try:
            if not line:
                continue
            if line == "stop":
                break
            key, value = line.split("=")
            result.append((key, int(value)))
        except ValueError as error:
            result.append((number, str(error)))
        finally:
            result.append(number)
    else:
        result.append("complete")
    return result


def early():
    with_side_effects = []
    try:
        with_side_effects.append("try")
        return with_side_effects
    finally:
        with_side_effects.append("finally")


async def until(predicate, limit=5):
    for i in range(limit):
        await asyncio.sleep(0)
        match predicate(i):
            case True:
                return i
            case None:
                continue
            case str(reason):
                raise ValueError(reason)
    return -1


async def nothing():
    pass


async def main():
    print(search([[1, 2], [3, 4]], 3), search([[]], 1), [classify(n) for n in (-1, 0, 1, 7, 9)])
    print(process(["a=1", "", "b", "c=x", "stop", "d=2"]), process(["a=1"]))
    print(early(), await until(lambda i: i == 3), await until(lambda i: None), await nothing())
    try:
        await until(lambda i: "too far" if i > 1 else False)
    except ValueError as error:
        print(error)
    value = None
    while value is None:
        try:
            value = int(["x", "7"].pop() if value is None else 0)
        except ValueError:
            value = -1
    print(value)


asyncio.run(main())
