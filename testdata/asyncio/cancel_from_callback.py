import asyncio

log = []


async def sleeper(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def finisher(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    log.append("finisher")


async def main():
    loop = asyncio.get_running_loop()
    victim = asyncio.create_task(sleeper("v1"))
    trigger = asyncio.create_task(finisher(2))
    trigger.add_done_callback(lambda t: log.append(victim.cancel()))
    trigger.add_done_callback(lambda t: log.append("second callback"))
    await asyncio.wait([victim, trigger])
    print(log)
    log.clear()
    victim = asyncio.create_task(sleeper("v2"))
    loop.call_soon(victim.cancel)
    loop.call_soon(log.append, "after cancel")
    await asyncio.sleep(0)
    log.append("main")
    await asyncio.wait([victim])
    print(log)
    log.clear()
    victim = asyncio.create_task(sleeper("v3"))
    handle = loop.call_later(0.01, victim.cancel, "timer")
    try:
        await victim
    except asyncio.CancelledError as error:
        print(error.args, handle.cancelled())
    me = asyncio.current_task()
    loop.call_soon(me.cancel, "myself")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print("main cancelled", error.args, me.uncancel())
    first = asyncio.create_task(sleeper("first"))
    second = asyncio.create_task(sleeper("second"))
    first.add_done_callback(lambda _: second.cancel())
    second.add_done_callback(lambda _: log.append("chain complete"))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.wait({first, second})
    await asyncio.sleep(0)
    print(log)


asyncio.run(main())
