import asyncio
import contextvars

user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")
trail: contextvars.ContextVar[tuple] = contextvars.ContextVar("trail")


async def step(name: str) -> str:
    trail.set(trail.get(()) + (name,))
    await asyncio.sleep(0)
    return f"{user.get()}:{'>'.join(trail.get())}"


async def request(name: str) -> str:
    token = user.set(name)
    try:
        await step("auth")
        first, second = await asyncio.gather(step("left"), step("right"))
        direct = await step("direct")
        child = asyncio.create_task(step("task"))
        user.set("changed later")
        return " | ".join([first, second, direct, await child])
    finally:
        user.reset(token)


async def numbers():
    for i in range(2):
        user.set(f"generator{i}")
        yield user.get()


async def main() -> None:
    print(await asyncio.gather(request("ann"), request("bob")))
    print(user.get(), trail.get("no trail"))
    async for value in numbers():
        print(value, user.get())
    ctx = contextvars.copy_context()
    ctx.run(user.set, "in copy")
    task = asyncio.create_task(step("given"), context=ctx)
    print(await task, ctx[user], ctx.get(trail), user.get())
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def callback() -> None:
        print("callback", user.get())
        user.set("set in callback")
        done.set_result(None)

    user.set("main")
    loop.call_soon(callback)
    user.set("main later")
    await done
    print(user.get())
    task = asyncio.create_task(step("cb"))
    task.add_done_callback(lambda t: print("done callback", user.get()), context=ctx)
    await task
    await asyncio.sleep(0)
    print(await asyncio.to_thread(user.get))
    try:
        user.reset(contextvars.copy_context().run(user.set, "x"))
    except ValueError as error:
        print("ValueError")


asyncio.run(main())
