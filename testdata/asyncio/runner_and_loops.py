import asyncio
import contextvars


async def hello(name: str) -> str:
    await asyncio.sleep(0)
    return f"hello {name}"


user: contextvars.ContextVar[str] = contextvars.ContextVar("user", default="nobody")


async def set_user(name: str) -> None:
    user.set(name)


async def get_user() -> str:
    return user.get()


async def leaves_tasks() -> str:
    async def background() -> None:
        try:
            await asyncio.sleep(100)
        finally:
            print("background is cleaned up")

    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    return "main returns"


async def broken() -> None:
    raise LookupError("from the coroutine")


with asyncio.Runner() as runner:
    print(runner.run(hello("one")))
    runner.run(set_user("ada"))
    print(runner.run(get_user()), user.get())
    print(runner.get_loop().is_running(), runner.get_loop().is_closed())
    try:
        runner.run(broken())
    except LookupError as error:
        print(error)
print(asyncio.run(leaves_tasks()))
print(asyncio.run(get_user()))

loop = asyncio.new_event_loop()
try:
    print(loop.run_until_complete(hello("two")))
    task = loop.create_task(hello("three"))
    print(task.done(), loop.run_until_complete(task), task.done())
    loop.call_soon(print, "in run_forever")
    loop.call_later(0.01, loop.stop)
    loop.run_forever()
    print(loop.is_running(), loop.is_closed())
finally:
    loop.close()
print(loop.is_closed())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as error:
    print(error)


async def nested() -> None:
    coro = hello("inner")
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    finally:
        coro.close()


asyncio.run(nested())
for wrong in (5, hello):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error)[:27])
