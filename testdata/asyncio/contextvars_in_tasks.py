import asyncio
from contextvars import ContextVar, copy_context

request_id: ContextVar[str] = ContextVar("request_id", default="-")
depth: ContextVar[int] = ContextVar("depth")


def log(message: str) -> None:
    print(f"[{request_id.get()}] {message}")


async def query(table: str) -> str:
    log(f"query {table}")
    await asyncio.sleep(0)
    log(f"result of {table}")
    return table.upper()


async def handle(name: str) -> str:
    token = request_id.set(name)
    log("begin")
    results = await asyncio.gather(query("users"), query("orders"))
    request_id.set(name + "'")
    await query("log")
    request_id.reset(token)
    log("after reset")
    return "+".join(results)


async def child() -> int:
    value = depth.get(0)
    depth.set(value + 1)
    if value < 2:
        return await asyncio.create_task(child())
    return depth.get()


async def main() -> None:
    log("start")
    print(await asyncio.gather(handle("r1"), handle("r2")))
    log("main is untouched")
    try:
        depth.get()
    except LookupError as error:
        print("LookupError", type(error).__name__)
    print(await child(), depth.get())
    context = copy_context()
    context.run(request_id.set, "copied")
    log("outside")
    print(context[request_id], context.get(depth), request_id in context)
    task = asyncio.create_task(query("ctx"), context=context)
    await task
    asyncio.get_running_loop().call_soon(log, "callback")
    await asyncio.sleep(0)
    token = request_id.set("x")
    print(token.old_value is token.MISSING, token.var is request_id)


asyncio.run(main())
