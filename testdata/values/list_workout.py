import asyncio


async def bubble_sort(values: list[int]) -> int:
    swaps = 0
    for end in range(len(values) - 1, 0, -1):
        for i in range(end):
            if values[i] > values[i + 1]:
                values[i], values[i + 1] = values[i + 1], values[i]
                swaps += 1
        await asyncio.sleep(0)
    return swaps


async def main() -> None:
    numbers = [5, 3, 8, 1, 9, 2]
    copy = numbers[:]
    print(await bubble_sort(copy), copy, numbers)
    numbers.append(7)
    numbers.extend([4, 6])
    numbers.insert(0, 0)
    numbers.insert(-1, 99)
    print(numbers, len(numbers))
    print(numbers.pop(), numbers.pop(0), numbers.pop(-2), numbers)
    numbers.remove(8)
    print(numbers.index(9), numbers.count(9), 3 in numbers, 100 in numbers)
    numbers.sort(reverse=True)
    print(numbers)
    numbers.reverse()
    print(numbers, sorted(numbers, key=lambda n: (n % 3, n)))
    print(numbers[1:4], numbers[-2:], numbers[::2], numbers[::-1], numbers[10:])
    numbers[1:3] = [20, 30, 40]
    print(numbers)
    numbers[::2] = [0] * len(numbers[::2])
    print(numbers)
    del numbers[0]
    del numbers[1:3]
    print(numbers)
    numbers += [1, 2]
    numbers *= 2
    print(numbers)
    print([1, 2] + [3], [0] * 3, [[]] * 2, [1, [2, [3]]])
    print([1, 2, 3] < [1, 2, 4], [1, 2] < [1, 2, 0], [1] == [1.0], [3] > [2, 9])
    grid = [[0] * 3 for _ in range(2)]
    grid[0][1] = 5
    shared = [[0] * 2] * 2
    shared[0][0] = 1
    print(grid, shared)
    words = ["pear", "Apple", "fig", "apple", "Fig"]
    print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
    first, *middle, last = words
    print(first, middle, last)
    stack: list[str] = []
    for token in "3 4 + 2 *".split():
        if token.isdigit():
            stack.append(token)
        else:
            right, left = stack.pop(), stack.pop()
            stack.append(f"({left} {token} {right})")
    print(stack)
    loop: list = [1]
    loop.append(loop)
    print(loop)
    for bad in (lambda: [].pop(), lambda: [1][5], lambda: [1].remove(2), lambda: [1, 2].index(3)):
        try:
            bad()
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)
    numbers.clear()
    print(numbers, not numbers, list("abc"), list(range(0, 10, 3)))


asyncio.run(main())
