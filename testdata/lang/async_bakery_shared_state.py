import asyncio

oven_free = 2
log = []


async def bake(name, minutes):
    global oven_free
    while oven_free == 0:
        await asyncio.sleep(0.001)
    oven_free -= 1
    log.append(f"{name} in")
    await asyncio.sleep(minutes / 100)
    oven_free += 1
    log.append(f"{name} out")
    return name, minutes


async def main():
    breads = [("rye", 3), ("toast", 1), ("roll", 6), ("bun", 1)]
    results = await asyncio.gather(*[bake(n, m) for n, m in breads])
    print(results)
    print(dict(results))
    print(log[:3], oven_free)
    print(sum(m for _, m in results), "minutes of baking")


asyncio.run(main())
