"""Try statements around awaits, where errors and faults take several ways."""

import asyncio


class Refused(Exception):
    pass


class Gone(Refused):
    pass


async def ask(n: int) -> str:
    await asyncio.sleep(0)
    if n % 5 == 1:
        raise ValueError(f"odd one {n}")
    if n % 5 == 2:
        raise Gone(f"no {n}")
    if n % 5 == 3:
        raise Refused(f"never {n}")
    return f"yes {n}"


async def plain(n: int) -> str:
    try:
        return await ask(n)
    except ValueError:
        return "value"


async def bound(n: int) -> str:
    # The order of the clauses counts.
    try:
        answer = await ask(n)
    except Gone as exc:
        return f"gone: {exc}"
    except (Refused, KeyError) as exc:
        return f"refused: {exc}"
    else:
        answer += "!"
    return answer


async def twice(n: int) -> str:
    try:
        first = await ask(n)
        second = await ask(n + 1)
    except Refused as exc:
        print("  twice:", exc)
        return "half"
    return first + second


async def thrice(n: int) -> str:
    out = "nothing"
    try:
        out = await ask(n)
        out = await ask(n + 1)
        out = await ask(n + 2)
    except Refused:
        out += " (stopped)"
    return out


async def in_loop(limit: int) -> list[str]:
    log: list[str] = []
    n = -1
    while True:
        n += 1
        try:
            text = await ask(n)
        except ValueError:
            continue
        except Gone:
            if n > limit:
                break
            log.append(f"gone {n}")
        except Refused:
            log.append(f"refused {n}")
        else:
            log.append(text)
            if n > 2 * limit:
                return log
    log.append("end")
    return log


def lookup(table: dict[str, int], key: str) -> int:
    try:
        return table[key]
    except KeyError:
        return -1


def number(text: str) -> int | None:
    try:
        value = int(text)
    except ValueError:
        return None
    return value * 2


def fault_inside(items: list[int], text: str) -> str:
    # An error of int() and a fault of the list go to different clauses.
    try:
        i = int(text)
        return f"item {items[i]}"
    except ValueError:
        return "no number"
    except IndexError:
        return "no item"


async def fault_in_callee(items: list[int], i: int) -> int:
    await asyncio.sleep(0)
    return items[i]


async def caller(i: int) -> str:
    try:
        value = await fault_in_callee([10, 20], i)
    except LookupError as exc:
        return f"lookup: {exc}"
    except ValueError:
        return "value"
    return str(value)


async def wrong_class(i: int) -> str:
    # The fault passes this handler and is taken one level up.
    try:
        return str(await fault_in_callee([1], i))
    except ValueError:
        return "value"


async def nested(n: int) -> str:
    try:
        try:
            return await ask(n)
        except ValueError as exc:
            raise Refused("turned") from exc
    except Refused as exc:
        return f"{type(exc).__name__}: {exc} <- {exc.__cause__}"


async def again(n: int) -> str:
    try:
        return await ask(n)
    except Gone:
        raise
    except Refused as exc:
        raise ValueError(f"again {exc}")


async def cancelled(log: list[str]) -> str:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    return "slept"


async def patient(log: list[str]) -> str:
    try:
        await asyncio.wait_for(ask(0), 5)
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except TimeoutError:
        log.append("timeout")
    except asyncio.CancelledError:
        log.append("stopped")
        return "stopped"
    await asyncio.sleep(0)
    return "went on"


async def worker(name: str, queue: "asyncio.Queue[int]", log: list[str]) -> None:
    while True:
        try:
            n = queue.get_nowait()
        except asyncio.QueueEmpty:
            log.append(f"{name} done")
            return
        try:
            log.append(f"{name} {await ask(n)}")
        except Refused as exc:
            log.append(f"{name} {exc}")
            await asyncio.sleep(0)
        except ValueError:
            pass


async def main() -> None:
    for n in range(5):
        try:
            print(n, await plain(n))
        except Refused as exc:
            print(n, "out", exc)
    for n in (0, 2, 3, 4):
        print(n, await bound(n))
    for n in (4, 1, 2, 0):
        try:
            print(n, await twice(n), await thrice(n))
        except ValueError as exc:
            print(n, "value", exc)
    print(await in_loop(4))
    print(await in_loop(1))
    print(lookup({"a": 1}, "a"), lookup({"a": 1}, "b"), number("21"), number("x"))
    print(fault_inside([5, 6], "1"), fault_inside([5, 6], "2"), fault_inside([], "?"))
    print(await caller(1), await caller(2))
    try:
        print(await wrong_class(0), await wrong_class(3))
    except IndexError as exc:
        print("index", exc)
    print(await nested(1), await nested(2), await nested(0))
    for n in (1, 2, 3):
        try:
            print(await again(n))
        except Exception as exc:
            print(type(exc).__name__, exc)
    log: list[str] = []
    task = asyncio.create_task(cancelled(log))
    other = asyncio.create_task(patient(log))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("seen")
    print(await other, log)
    other = asyncio.create_task(patient(log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    other.cancel()
    print(await other, log)
    queue: asyncio.Queue[int] = asyncio.Queue()
    for n in range(8):
        queue.put_nowait(n)
    log.clear()
    await asyncio.gather(*(worker(name, queue, log) for name in "abc"))
    print(log)


asyncio.run(main())
