import asyncio
from collections import deque
from contextlib import asynccontextmanager
from typing import AsyncIterator


class FakeClock:
    """Time that moves only when told, so that runs are repeatable."""

    def __init__(self) -> None:
        self.now = 0.0

    def time(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


class SlidingWindowLimiter:
    def __init__(self, limit: int, window: float, clock: FakeClock) -> None:
        self.limit = limit
        self.window = window
        self.clock = clock
        self._calls: deque[float] = deque()

    def try_acquire(self) -> bool:
        now = self.clock.time()
        while self._calls and now - self._calls[0] >= self.window:
            self._calls.popleft()
        if len(self._calls) >= self.limit:
            return False
        self._calls.append(now)
        return True

    @property
    def wait_time(self) -> float:
        if len(self._calls) < self.limit:
            return 0.0
        return max(0.0, self.window - (self.clock.time() - self._calls[0]))


class TokenBucket:
    def __init__(self, rate: float, capacity: int, clock: FakeClock):
        self.rate = rate
        self.capacity = capacity
        self.tokens = float(capacity)
        self.clock = clock
        self.updated = clock.time()
        self.lock = asyncio.Lock()

    def _refill(self) -> None:
        now = self.clock.time()
        self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def take(self, n: int = 1) -> float:
        async with self.lock:
            self._refill()
            waited = 0.0
            while self.tokens < n:
                need = (n - self.tokens) / self.rate
                self.clock.advance(need)
                waited += need
                await asyncio.sleep(0)
                self._refill()
            self.tokens -= n
            return waited


@asynccontextmanager
async def limited(sem: asyncio.Semaphore, name: str, active: set[str]) -> AsyncIterator[int]:
    await sem.acquire()
    active.add(name)
    try:
        yield len(active)
    finally:
        active.discard(name)
        sem.release()


async def main() -> None:
    clock = FakeClock()
    limiter = SlidingWindowLimiter(3, 1.0, clock)
    pattern = []
    for step in range(10):
        pattern.append("." if limiter.try_acquire() else "x")
        clock.advance(0.25)
    print("".join(pattern), round(limiter.wait_time, 2))

    bucket = TokenBucket(2.0, 4, clock)
    waits = [await bucket.take() for _ in range(8)]
    print([f"{w:.2f}" for w in waits], f"{clock.time():.2f}")
    print(sum(await asyncio.gather(*[bucket.take(2) for _ in range(3)])))

    sem = asyncio.Semaphore(2)
    active: set[str] = set()
    peak = 0

    async def job(name: str) -> str:
        nonlocal peak
        async with limited(sem, name, active) as running:
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            return name * 2

    print(await asyncio.gather(*(job(c) for c in "abcde")), peak, active)


asyncio.run(main())
