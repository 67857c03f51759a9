import asyncio


async def read_setting(name: str) -> str:
    print("reading", name)
    await asyncio.sleep(0.01)
    return {"host": "db.local", "port": "5432"}[name]


async def address() -> tuple[str, int]:
    host = await read_setting("host")
    port = int(await read_setting("port"))
    return host, port


async def connect() -> str:
    host, port = await address()
    await asyncio.sleep(0)
    return f"{host}:{port}"


async def query(sql: str) -> list[str]:
    where = await connect()
    rows = [f"{where}/{word}" for word in sql.split()]
    return rows


async def main() -> None:
    rows = await query("users orders items")
    for number, row in enumerate(rows, start=1):
        print(number, row)
    print(len(await query("")), "rows for nothing")
    print((await address())[0].upper())
    print(await connect() + "!")


if __name__ == "__main__":
    asyncio.run(main())
