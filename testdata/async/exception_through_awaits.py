import asyncio


class ConfigError(Exception):
    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key


async def load(key: str) -> int:
    await asyncio.sleep(0)
    table = {"retries": "3", "limit": "many"}
    if key not in table:
        raise ConfigError(key, "missing")
    return int(table[key])


async def validate(key: str) -> int:
    value = await load(key)
    if value > 100:
        raise ConfigError(key, "too big")
    print("validated", key)
    return value


async def configure(key: str) -> int:
    value = await validate(key)
    print("configured", key)
    return value * 10


async def main() -> None:
    for key in ["retries", "limit", "colour"]:
        try:
            value = await configure(key)
            print(key, "=", value)
        except ConfigError as error:
            print("config error for", repr(error.key), "->", error)
        except ValueError as error:
            print("value error:", error)
        else:
            print("no error for", key)
        finally:
            print("--", key)
    await configure("port")


asyncio.run(main())
