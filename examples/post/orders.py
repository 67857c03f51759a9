@dataclass
class User:
    user_id: int
    user_name: str


@dataclass
class UserWithOrders:
    user: User
    orders: list


async def fetch_orders(user_id: int) -> list:
    orders = {
        1: [1, 3, 10, 11],
        2: [23, 34],
        3: [],
    }
    return orders.get(user_id, [])


async def fetch_user(user_id: int) -> dict:
    return User(user_id=user_id, user_name=f"user-{user_id}")


async def get_user_with_orders(user_id: int) -> UserWithOrders:
    user, orders = await asyncio.gather(fetch_user(user_id), fetch_orders(user_id))

    return UserWithOrders(user=user, orders=orders)


if __name__ == "__main__":
    user_w_orders = asyncio.run(get_user_with_orders(1))
    assert user_w_orders == UserWithOrders(User(1, "user-1"), [1, 3, 10, 11])
