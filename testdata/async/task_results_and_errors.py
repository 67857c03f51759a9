import asyncio


async def compute(x: int, y: int) -> float:
    await asyncio.sleep(0.01)
    return x / y


async def main() -> None:
    good = asyncio.create_task(compute(10, 4), name="good")
    bad = asyncio.create_task(compute(1, 0), name="bad")
    print(good.done(), good.get_name())
    try:
        good.result()
    except asyncio.InvalidStateError as error:
        print("too early:", error)
    done, pending = await asyncio.wait([good, bad])
    print(len(done), len(pending))
    print(good.result(), good.exception())
    print(repr(bad.exception()), bad.cancelled())
    try:
        bad.result()
    except ZeroDivisionError as error:
        print("result raises:", error)

    def report(task: asyncio.Task[float]) -> None:
        print("callback for", task.get_name(), task.result())

    third = asyncio.create_task(compute(9, 2), name="third")
    third.add_done_callback(report)
    value = await third
    print("value", value)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
