import asyncio


async def countdown(n: int):
    while n > 0:
        yield n
        n -= 1
        await asyncio.sleep(0.001)


async def main():
    async for i in countdown(3):
        print(i)
    print("Go!")


asyncio.run(main())
