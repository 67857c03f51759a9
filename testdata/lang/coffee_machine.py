import asyncio


async def boil_water() -> str:
    print("boiling water")
    await asyncio.sleep(0.03)
    print("water is hot")
    return "hot water"


async def grind(beans: int) -> str:
    print(f"grinding {beans} beans")
    await asyncio.sleep(0.01)
    print("ground")
    return "powder"


async def make_coffee(cups: int) -> list[str]:
    water, powder = await asyncio.gather(boil_water(), grind(cups * 10))
    coffees = []
    for cup in range(1, cups + 1):
        await asyncio.sleep(0.001)
        coffees.append(f"cup {cup} of {water} and {powder}")
    return coffees


async def main() -> None:
    for coffee in await make_coffee(2):
        print(coffee)


if __name__ == "__main__":
    asyncio.run(main())
