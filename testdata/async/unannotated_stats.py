import asyncio


def mean(values):
    return sum(values) / len(values)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def histogram(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


async def sample(source, n):
    values = []
    for i in range(n):
        await asyncio.sleep(0)
        values.append(source(i))
    return values


async def report(title, source, n):
    values = await sample(source, n)
    print(title, values)
    print("  mean", mean(values), "median", median(values))
    for key, count in sorted(histogram(values).items()):
        print("  %5s %s" % (key, "#" * count))
    return title, mean(values)


async def main():
    results = await asyncio.gather(
        report("squares", lambda i: i * i % 7, 8),
        report("halves", lambda i: i / 2, 5),
    )
    best = max(results, key=lambda r: r[1])
    print("best:", best[0])
    try:
        await report("nothing", lambda i: i, 0)
    except ZeroDivisionError as error:
        print("cannot:", error)


asyncio.run(main())
