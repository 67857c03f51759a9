import asyncio


async def at(name: str, delay: float, log: list[str]) -> None:
    await asyncio.sleep(delay)
    log.append(name)


async def main() -> None:
    log: list[str] = []
    delays = {"e": 0.05, "a": 0.01, "c": 0.03, "d": 0.04, "b": 0.02}
    await asyncio.gather(*(at(name, delay, log) for name, delay in delays.items()))
    print(log)

    loop = asyncio.get_running_loop()
    order: list[str] = []
    base = loop.time()
    for name, offset in [("late", 0.03), ("soon", 0.01), ("mid", 0.02), ("same1", 0.015), ("same2", 0.015)]:
        loop.call_at(base + offset, order.append, name)
    cancelled = loop.call_at(base + 0.005, order.append, "cancelled")
    print(cancelled.cancelled(), cancelled.when() > base)
    cancelled.cancel()
    print(cancelled.cancelled())
    await asyncio.sleep(0.05)
    print(order)

    ticks: list[int] = []

    def tick(n: int) -> None:
        ticks.append(n)
        if n:
            loop.call_later(0.002, tick, n - 1)
        else:
            done.set()

    done = asyncio.Event()
    loop.call_soon(tick, 4)
    await done.wait()
    print(ticks)

    timeline: list[str] = []

    async def busy(name: str) -> None:
        timeline.append(f"{name} in")
        end = loop.time() + 0.02
        while loop.time() < end:
            pass
        timeline.append(f"{name} out")

    loop.call_later(0.01, timeline.append, "timer due while busy")
    await asyncio.gather(busy("one"), busy("two"))
    await asyncio.sleep(0.001)
    print(timeline)


asyncio.run(main())
