import asyncio


async def work(log, inner, outer, sleep):
    try:
        async with asyncio.timeout(outer) as o:
            try:
                async with asyncio.timeout(inner) as i:
                    try:
                        await asyncio.sleep(sleep)
                        log.append("slept")
                    except asyncio.CancelledError:
                        log.append("interrupted")
                        raise
            except TimeoutError:
                log.append("inner timeout")
                await asyncio.sleep(sleep / 2)
                log.append("after inner")
    except TimeoutError:
        log.append("outer timeout")
    log.append((i.expired(), o.expired(), asyncio.current_task().cancelling()))


async def main():
    for inner, outer, sleep in [(0.01, 5, 0.04), (5, 0.01, 0.04), (5, 5, 0.001), (0.01, 0.02, 1), (None, 0.01, 1)]:
        log = []
        await work(log, inner, outer, sleep)
        print(inner, outer, log)
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
    except TimeoutError as error:
        print("both", repr(error))
    try:
        await asyncio.wait_for(asyncio.wait_for(asyncio.sleep(1), 5), 0.01)
    except TimeoutError as error:
        print("outer wait_for", type(error.__cause__).__name__)


asyncio.run(main())
