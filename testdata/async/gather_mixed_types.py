import asyncio
from dataclasses import dataclass


@dataclass
class Profile:
    name: str
    age: int


async def fetch_profile(user_id: int) -> Profile:
    await asyncio.sleep(0.03)
    print("profile ready")
    return Profile("Ada", 30 + user_id)


async def fetch_balance(user_id: int) -> float:
    await asyncio.sleep(0.01)
    print("balance ready")
    return 1250.5 * user_id


async def fetch_tags(user_id: int) -> list[str]:
    await asyncio.sleep(0.02)
    print("tags ready")
    return ["admin", "beta"] if user_id % 2 else []


async def is_active(user_id: int) -> bool:
    print("active is known at once")
    return user_id > 0


async def main() -> None:
    profile, balance, tags, active = await asyncio.gather(
        fetch_profile(7), fetch_balance(7), fetch_tags(7), is_active(7)
    )
    print(profile)
    print(f"{balance:,.2f}")
    print(", ".join(tags), active)

    # Results come in the order of the arguments, whoever was first.
    both = await asyncio.gather(fetch_balance(1), fetch_balance(2))
    print(both, sum(both))

    balances = await asyncio.gather(*[fetch_balance(n) for n in range(3)])
    print(balances)


asyncio.run(main())
