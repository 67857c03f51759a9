import asyncio

# async context managers, nested gather, exception groups


class Resource:
    open_count = 0

    def __init__(self, name, fail=False):
        self.name = name
        self.fail = fail

    async def __aenter__(self):
        await asyncio.sleep(0)
        if self.fail:
            raise ConnectionError(self.name)
        Resource.open_count += 1
        print("open", self.name)
        return self

    async def __aexit__(self, et, ev, tb):
        await asyncio.sleep(0)
        Resource.open_count -= 1
        print("close", self.name, et.__name__ if et else None)

    async def read(self, n):
        await asyncio.sleep(0.01 * n)
        if n > 3:
            raise ValueError(f"{self.name}: cannot read {n}")
        return self.name * n


async def use(name, n):
    async with Resource(name) as r:
        return await r.read(n)


async def main():
    print(await asyncio.gather(use("a", 1), use("b", 2)))
    try:
        async with asyncio.TaskGroup() as tg:
            t1 = tg.create_task(use("c", 3))
            t2 = tg.create_task(use("d", 4))
            t3 = tg.create_task(use("e", 5))
    except* ValueError as eg:
        print("group", [str(e) for e in eg.exceptions], t1.result(), t3.cancelled(), t2.done())
    except* ConnectionError as eg:
        print("conn")
    try:
        async with Resource("x"), Resource("y", fail=True):
            print("unreachable")
    except ConnectionError as e:
        print("failed", e, Resource.open_count)
    results = await asyncio.gather(*[use(n, i) for i, n in enumerate("pqrst")], return_exceptions=True)
    for r in results:
        match r:
            case ValueError() as e:
                print("error:", e)
            case "":
                print("empty")
            case str(s):
                print("ok", s)
    try:
        await asyncio.wait_for(use("slow", 3), timeout=0.0005)
    except asyncio.TimeoutError:
        print("timeout", Resource.open_count)


asyncio.run(main())
