import asyncio


async def window(values: list[int], size: int) -> list[list[int]]:
    await asyncio.sleep(0)
    return [values[i:i + size] for i in range(len(values) - size + 1)]


async def main() -> None:
    v = list(range(10))
    print(v[2:5], v[:3], v[7:], v[-3:], v[:-7], v[::3], v[::-4], v[8:2:-2], v[5:2], v[100:], v[-100:2])
    text = "abcdefghij"
    print(text[2:5], text[::-1], text[-4:-1], text[1::2], text[:0] + "|", (1, 2, 3)[1:], b"bytes"[1:3], range(10)[2:8:2])
    print(await window([1, 2, 3, 4, 5], 3))
    v[2:5] = ["x"]
    v[:0] = [-2, -1]
    v[len(v):] = [99]
    v[::5] = "AB" if len(v[::5]) == 2 else "ABC"[:len(v[::5])]
    print(v)
    del v[1:4]
    del v[::3]
    print(v)
    cut = slice(1, None, 2)
    print(text[cut], cut, cut.start, cut.stop, cut.indices(5), [1, 2, 3, 4][cut])
    r = range(3, 20, 4)
    print(r, len(r), r[-1], 11 in r, 12 in r, list(r), r.index(7), r.start, r.stop, r.step, r == range(3, 19, 4), sum(r), max(r))
    print(list(range(5, 0, -2)), list(range(0)), range(0) == range(2, 1), list(reversed(range(3))), bool(range(1, 1)))
    for bad in (lambda: range(1, 5, 0), lambda: [1][::0], lambda: "abc"[5], lambda: (1,)["a"], lambda: [1, 2].__setitem__(9, 1), lambda: range(2)[5]):
        try:
            bad()
        except (ValueError, IndexError, TypeError) as error:
            print(type(error).__name__, error)
    numbers = [1, 2, 3, 4, 5, 6]
    try:
        numbers[::2] = [1]
    except ValueError as error:
        print(error)
    print([numbers[i % len(numbers)] for i in range(4, 8)], numbers[-1:][0], numbers[:][0])


asyncio.run(main())
