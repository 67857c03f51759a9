import asyncio


class Db:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        return None

    async def rows(self, n: int):  #: yields int
        for i in range(n):
            yield i


async def get(n: int) -> str:  #: -> str
    await asyncio.sleep(0)
    return str(n)


async def number() -> int:  #: -> int
    return 1


async def worker(q: asyncio.Queue, out: list):
    while True:
        item = await q.get()  #: item int
        out.append(item)
        q.task_done()


async def main():
    a, b = await asyncio.gather(get(1), number())  #: a str; b int
    both = await asyncio.gather(get(1), get(2))  #: both list[str]
    many = await asyncio.gather(*(get(i) for i in range(3)))  #: many list[str]
    c = get(3)  #: c Coroutine[Any, Any, str]
    d = await c  #: d str
    t = asyncio.create_task(number())  #: t Task[int]
    e = await t  #: e int
    r = await asyncio.wait_for(get(4), timeout=1)  #: r str
    q = asyncio.Queue()  #: q Queue[int]
    out = []  #: out list[int]
    w = asyncio.create_task(worker(q, out))
    await q.put(1)
    await q.join()
    w.cancel()
    async with Db() as db:  #: db Db
        async for row in db.rows(2):  #: row int
            print(row)
    squares = [x * x async for x in Db().rows(3)]  #: squares list[int]
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(get(5))  #: t1 Task[str]
    print(t1.result(), a, b, both, many, d, e, r, squares)
    ev = asyncio.Event()  #: ev Event
    ev.set()
    fut = asyncio.get_running_loop().create_future()
    fut.set_result(3)
    print(await fut)


asyncio.run(main())
