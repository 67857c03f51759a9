"""A tiny cron-like scheduler with retries and backoff."""
import asyncio
import random
from collections import deque
from dataclasses import dataclass, field
from enum import Enum
from typing import Awaitable, Callable


class State(Enum):
    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class RetryLater(Exception):
    def __init__(self, delay: float) -> None:
        super().__init__(f"retry in {delay}")
        self.delay = delay


@dataclass
class Job:
    name: str
    action: Callable[[int], Awaitable[str]]
    max_attempts: int = 3
    state: State = State.PENDING
    attempts: int = 0
    history: list[str] = field(default_factory=list)

    def record(self, text: str) -> None:
        self.history.append(f"{self.attempts}:{text}")


class Scheduler:
    def __init__(self, workers: int = 2) -> None:
        self._queue: deque[Job] = deque()
        self._workers = workers
        self._wake = asyncio.Condition()
        self._closed = False
        self.results: dict[str, str] = {}

    async def submit(self, job: Job) -> None:
        async with self._wake:
            self._queue.append(job)
            self._wake.notify()

    async def close(self) -> None:
        async with self._wake:
            self._closed = True
            self._wake.notify_all()

    async def _next(self) -> Job | None:
        async with self._wake:
            while not self._queue:
                if self._closed:
                    return None
                await self._wake.wait()
            return self._queue.popleft()

    async def _work(self, n: int) -> int:
        done = 0
        while (job := await self._next()) is not None:
            job.attempts += 1
            job.state = State.RUNNING
            try:
                result = await job.action(job.attempts)
            except RetryLater as exc:
                job.record(str(exc))
                if job.attempts >= job.max_attempts:
                    job.state = State.FAILED
                else:
                    job.state = State.PENDING
                    await asyncio.sleep(exc.delay)
                    await self.submit(job)
            except Exception as exc:
                job.record(f"{type(exc).__name__}: {exc}")
                job.state = State.FAILED
            else:
                job.state = State.DONE
                job.record("ok")
                self.results[job.name] = result
                done += 1
        return done

    async def run(self, jobs: list[Job]) -> list[int]:
        workers = [asyncio.create_task(self._work(i), name=f"worker-{i}") for i in range(self._workers)]
        for job in jobs:
            await self.submit(job)
        await asyncio.sleep(0.05)
        await self.close()
        return await asyncio.gather(*workers)


async def flaky(attempt: int) -> str:
    await asyncio.sleep(0.001)
    if attempt < 3:
        raise RetryLater(0.002 * attempt)
    return "finally"


async def steady(attempt: int) -> str:
    return f"first try ({attempt})"


async def broken(attempt: int) -> str:
    return str(1 // (attempt - attempt))


async def hopeless(attempt: int) -> str:
    raise RetryLater(0.001)


async def main() -> None:
    random.seed(1)
    jobs = [Job("flaky", flaky), Job("steady", steady), Job("broken", broken), Job("hopeless", hopeless, max_attempts=2)]
    scheduler = Scheduler()
    counts = await scheduler.run(jobs)
    print("done", sum(counts))
    for job in jobs:
        print(f"{job.name:<10}{job.state.value:>8} {job.state} {job.history}")
    print(sorted(scheduler.results.items()))
    by_state: dict[State, list[str]] = {}
    for job in jobs:
        by_state.setdefault(job.state, []).append(job.name)
    for state in State:
        print(state.name, by_state.get(state, []))


if __name__ == "__main__":
    asyncio.run(main())
