import asyncio


async def main() -> None:
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(None) as cm:
        print(cm.when(), cm.expired())
        cm.reschedule(loop.time() + 10)
        print(cm.when() > loop.time())
    print("left", cm.expired())
    try:
        async with asyncio.timeout(10) as cm:
            cm.reschedule(loop.time() + 0.01)
            await asyncio.sleep(5)
    except TimeoutError as error:
        print("expired", cm.expired(), repr(error))
    try:
        async with asyncio.timeout_at(loop.time() - 1) as cm:
            print("past")
            await asyncio.sleep(0)
            print("not reached?")
            await asyncio.sleep(5)
    except TimeoutError:
        print("past expired", cm.expired())
    async with asyncio.timeout(0.01) as cm:
        cm.reschedule(None)
        await asyncio.sleep(0.03)
    print("disarmed", cm.expired(), cm.when())
    try:
        cm.reschedule(1)
    except RuntimeError as error:
        print(error)
    try:
        async with cm:
            pass
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(5):
            raise ValueError("own")
    except ValueError as error:
        print(repr(error))
    try:
        async with asyncio.timeout(0):
            print("zero")
            await asyncio.sleep(0)
            print("one turn")
            await asyncio.sleep(0)
            print("two turns")
    except TimeoutError:
        print("zero expired")
    fresh = asyncio.timeout(1)
    try:
        fresh.reschedule(3)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
