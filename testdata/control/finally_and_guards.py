"""finally clauses and guarded sections, at the end of functions and elsewhere."""

import asyncio


class Refused(Exception):
    pass


async def job(n: int) -> int:
    await asyncio.sleep(0)
    if n == 1:
        raise ValueError("one")
    if n == 2:
        raise Refused("two")
    return n


async def tail(n: int, log: list[str]) -> int:
    # The clause runs after the value of return is known.
    try:
        log.append(f"start {n}")
        return await job(n)
    finally:
        log.append(f"end {n}")


async def middle(n: int, log: list[str]) -> str:
    try:
        await job(n)
    except ValueError:
        log.append("value")
    finally:
        log.append(f"mid {n}")
    return "after"


async def each(n: int, log: list[str]) -> int:
    total = 0
    for i in range(n):
        try:
            await job(i)
        finally:
            log.append(f"each {i}")
        total += 1
    return total


async def consume(queue: "asyncio.Queue[int]", log: list[str]) -> None:
    while True:
        n = await queue.get()
        try:
            await asyncio.wait_for(job(n), 1)
        except (ValueError, Refused) as exc:
            log.append(f"{type(exc).__name__} {exc}")
        except asyncio.TimeoutError:
            log.append("late")
        finally:
            queue.task_done()


def fault(xs: list[int], i: int) -> int:
    try:
        return xs[i]
    except ValueError:
        return -1
    finally:
        xs.append(i)


def value_first(xs: list[int]) -> int:
    x = 1
    try:
        return x
    finally:
        x = 2
        xs.append(x)


def finally_wins(n: int) -> int:
    for i in range(n):
        try:
            if i == 1:
                return i
        finally:
            if i == 1:
                break
    return 99


def numbers(log: list[str]):
    try:
        yield 1
        yield 2
    finally:
        log.append("closed")


async def stopped(log: list[str]) -> None:
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        log.append("finally")


class Account:
    def __init__(self, balance: int) -> None:
        self.lock = asyncio.Lock()
        self.balance = balance
        self.moves: list[str] = []

    async def withdraw(self, amount: int) -> int:
        async with self.lock:
            before = self.balance
            await asyncio.sleep(0)
            if amount > before:
                raise Refused(f"{before} < {amount}")
            self.balance = before - amount
            return self.balance

    async def note(self, text: str) -> int:
        async with self.lock:
            self.moves.append(text)
        async with self.lock:
            n = await job(len(self.moves) + 2)
        return n

    async def fails_inside(self, n: int) -> int:
        async with self.lock:
            m = await job(n)
        return m


async def limited(sem: asyncio.Semaphore, n: int, log: list[str]) -> None:
    async with sem:
        log.append(f"in {n}")
        await asyncio.sleep(0)
        log.append(f"out {n}")


async def early(lock: asyncio.Lock, stop: bool) -> str:
    for i in range(3):
        async with lock:
            if stop:
                return f"stopped at {i}"
            if i == 1:
                continue
        await asyncio.sleep(0)
    return "through"


async def main() -> None:
    log: list[str] = []
    for n in range(3):
        try:
            print(await tail(n, log))
        except (ValueError, Refused) as exc:
            print(type(exc).__name__, exc)
    print(log)
    log.clear()
    for n in range(3):
        try:
            print(await middle(n, log))
        except Refused as exc:
            print("refused", exc)
    try:
        await each(3, log)
    except ValueError as exc:
        print(exc, log)
    log.clear()
    queue: asyncio.Queue[int] = asyncio.Queue()
    for n in range(4):
        queue.put_nowait(n)
    task = asyncio.create_task(consume(queue, log))
    await queue.join()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("consumer gone", log)
    xs = [10]
    print(fault(xs, 0), xs)
    try:
        fault(xs, 7)
    except IndexError as exc:
        print(exc, xs)
    print(value_first(xs), xs, finally_wins(3))
    log.clear()
    for x in numbers(log):
        print(x)
        break
    print(log, list(numbers(log)), log)
    log.clear()
    task = asyncio.create_task(stopped(log))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(log)
    account = Account(100)
    results = await asyncio.gather(*(account.withdraw(n) for n in (60, 50, 30)), return_exceptions=True)
    print(results, account.balance, account.lock.locked())
    print(await asyncio.gather(account.note("a"), account.note("b")), account.moves)
    for n in range(3):
        try:
            print(await account.fails_inside(n))
        except (ValueError, Refused) as exc:
            print("inside", exc, account.lock.locked())
    held = asyncio.create_task(account.withdraw(1))
    waiting = asyncio.create_task(account.withdraw(2))
    await asyncio.sleep(0)
    waiting.cancel()
    print(await asyncio.gather(held, waiting, return_exceptions=True), account.balance, account.lock.locked())
    log.clear()
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(limited(sem, n, log) for n in range(4)))
    print(log)
    lock = asyncio.Lock()
    print(await asyncio.gather(early(lock, False), early(lock, True)), lock.locked())


asyncio.run(main())
