import asyncio
from enum import Enum


class State(Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class BreakerOpen(Exception):
    pass


class Breaker:
    def __init__(self, limit: int, cooldown: int) -> None:
        self.limit = limit
        self.cooldown = cooldown
        self.failures = 0
        self.opened_at = 0
        self.clock = 0
        self.state = State.CLOSED

    async def call(self, func, *args):
        self.clock += 1
        if self.state is State.OPEN:
            if self.clock - self.opened_at < self.cooldown:
                raise BreakerOpen(f"open since {self.opened_at}")
            self.state = State.HALF_OPEN
        try:
            result = await func(*args)
        except Exception:
            self.failures += 1
            if self.failures >= self.limit or self.state is State.HALF_OPEN:
                self.state, self.opened_at = State.OPEN, self.clock
            raise
        self.failures, self.state = 0, State.CLOSED
        return result


async def service(ok: bool) -> str:
    await asyncio.sleep(0)
    if not ok:
        raise ConnectionError("service down")
    return "fine"


async def main() -> None:
    breaker = Breaker(limit=2, cooldown=3)
    for ok in [True, False, False, True, True, False, True, True, True]:
        try:
            outcome = await breaker.call(service, ok)
        except BreakerOpen as error:
            outcome = f"rejected ({error})"
        except ConnectionError as error:
            outcome = f"failed ({error})"
        print(f"{breaker.clock}: {outcome:<26} {breaker.state.value} {breaker.failures}")


asyncio.run(main())
