import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)
log = []


async def count(name):
    var.set(var.get() + 1)
    log.append(f"{name} {var.get()}")
    await asyncio.sleep(0)
    return var.get()


async def leaves_work():
    async def background():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append("background cancelled")
            raise
        finally:
            log.append("background finally")

    task = asyncio.create_task(background())
    await asyncio.sleep(0)
    return task


with asyncio.Runner() as runner:
    print(runner.run(count("one")), runner.run(count("two")), var.get())
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
    task = runner.run(leaves_work())
    print(task.done())
    print(runner.run(count("three"), context=contextvars.Context()))
    try:
        runner.run("no coroutine")
    except ValueError as error:
        print(error)
print(log, task.cancelled(), loop.is_closed())
try:
    runner.get_loop()
except RuntimeError as error:
    print(error)


async def inner():
    coro = count("nested")
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    finally:
        coro.close()


asyncio.run(inner())
loop = asyncio.new_event_loop()
try:
    loop.call_soon(log.append, "soon")
    loop.call_soon(loop.stop)
    loop.call_soon(log.append, "same iteration")
    loop.run_forever()
    print(log[-2:], loop.run_until_complete(count("by hand")))
    future = loop.create_future()
    loop.call_soon(loop.stop)
    try:
        loop.run_until_complete(future)
    except RuntimeError as error:
        print(error)
finally:
    loop.close()
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
