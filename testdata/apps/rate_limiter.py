"""A token bucket, driven by a clock that the test turns by hand."""
import asyncio
from collections import deque


class Clock:
    def __init__(self) -> None:
        self.now = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._counter = 0

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._counter += 1
        self._sleepers.append((self.now + seconds, self._counter, future))
        await future

    async def advance(self, seconds: float) -> None:
        end = self.now + seconds
        while self._sleepers:
            self._sleepers.sort(key=lambda entry: entry[:2])
            when, _, future = self._sleepers[0]
            if when > end:
                break
            self._sleepers.pop(0)
            self.now = when
            future.set_result(None)
            for _ in range(5):
                await asyncio.sleep(0)
        self.now = end


class TokenBucket:
    def __init__(self, clock: Clock, rate: float, burst: int) -> None:
        self.clock = clock
        self.rate = rate
        self.burst = burst
        self.tokens = float(burst)
        self.updated = clock.now
        self.waiting: deque[str] = deque()

    def _refill(self) -> None:
        elapsed = self.clock.now - self.updated
        self.tokens = min(self.burst, self.tokens + elapsed * self.rate)
        self.updated = self.clock.now

    async def acquire(self, who: str) -> float:
        self.waiting.append(who)
        while True:
            self._refill()
            if self.waiting[0] == who and self.tokens >= 1:
                self.tokens -= 1
                self.waiting.popleft()
                return self.clock.now
            missing = max(1 - self.tokens, 0.1)
            await self.clock.sleep(missing / self.rate)


async def client(name: str, bucket: TokenBucket, calls: int) -> None:
    for i in range(calls):
        when = await bucket.acquire(f"{name}{i}")
        print(f"{when:5.2f}s {name}{i}")


async def main() -> None:
    clock = Clock()
    bucket = TokenBucket(clock, rate=2, burst=3)
    tasks = [asyncio.create_task(client(name, bucket, 4)) for name in "ab"]
    await asyncio.sleep(0)
    for _ in range(8):
        await clock.advance(0.5)
    await asyncio.gather(*tasks)
    print(f"{bucket.tokens:.1f} tokens left, {len(bucket.waiting)} waiting")


asyncio.run(main())
