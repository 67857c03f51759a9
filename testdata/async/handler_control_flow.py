import asyncio


async def step(n: int) -> int:
    await asyncio.sleep(0)
    if n == 3:
        raise ValueError("three is bad")
    if n == 5:
        raise KeyError("five")
    return n * 10


async def first_good(numbers: list[int]) -> int:
    for n in numbers:
        try:
            return await step(n)
        except ValueError:
            print("skip", n)
            continue
        finally:
            print("tried", n)
    return -1


async def collect(numbers: list[int]) -> list[int]:
    out: list[int] = []
    for n in numbers:
        try:
            value = await step(n)
        except ValueError as error:
            print("value:", error)
            value = 0
        except (KeyError, IndexError) as error:
            print("lookup:", repr(error))
            break
        else:
            value += 1
        out.append(value)
    return out


async def wrapped(n: int) -> int:
    try:
        return await step(n)
    except ValueError as error:
        raise RuntimeError(f"step {n} failed") from error


async def main() -> None:
    print(await first_good([3, 3, 4, 5]))
    print(await first_good([3]))
    print(await collect([1, 2, 3, 4, 5, 6]))
    try:
        await wrapped(3)
    except RuntimeError as error:
        print(error, "because of", repr(error.__cause__))
    try:
        await first_good([5])
    except LookupError as error:
        print(type(error).__name__, error.args)


asyncio.run(main())
