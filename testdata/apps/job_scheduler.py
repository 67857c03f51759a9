from __future__ import annotations

import asyncio
import heapq
import itertools
from dataclasses import dataclass, field
from enum import Enum


class Status(Enum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass
class Job:
    name: str
    cost: int
    needs: tuple[str, ...] = ()
    status: Status = Status.WAITING
    log: list[str] = field(default_factory=list)


class CycleError(Exception):
    pass


class Scheduler:
    def __init__(self, workers: int = 2) -> None:
        self.jobs: dict[str, Job] = {}
        self.workers = workers
        self._ready: list[tuple[int, int, Job]] = []
        self._order = itertools.count()
        self._wake = asyncio.Condition()

    def add(self, name: str, cost: int, *needs: str) -> Scheduler:
        self.jobs[name] = Job(name, cost, needs)
        return self

    def check(self) -> list[str]:
        """Names in an order that satisfies the needs."""
        order: list[str] = []
        state: dict[str, int] = {}

        def visit(name: str, path: list[str]) -> None:
            if state.get(name) == 2:
                return
            if state.get(name) == 1:
                raise CycleError(" -> ".join(path + [name]))
            state[name] = 1
            for need in self.jobs[name].needs:
                visit(need, path + [name])
            state[name] = 2
            order.append(name)

        for name in self.jobs:
            visit(name, [])
        return order

    def _refill(self) -> None:
        for job in self.jobs.values():
            if job.status is not Status.WAITING or any(job is entry[2] for entry in self._ready):
                continue
            states = [self.jobs[need].status for need in job.needs]
            if any(s in (Status.FAILED, Status.SKIPPED) for s in states):
                job.status = Status.SKIPPED
                self._refill()
                return
            if all(s is Status.DONE for s in states):
                heapq.heappush(self._ready, (-job.cost, next(self._order), job))

    def _finished(self) -> bool:
        return all(j.status in (Status.DONE, Status.FAILED, Status.SKIPPED) for j in self.jobs.values())

    async def _worker(self, name: str) -> int:
        count = 0
        while True:
            async with self._wake:
                await self._wake.wait_for(lambda: self._ready or self._finished())
                if not self._ready:
                    return count
                _, _, job = heapq.heappop(self._ready)
                job.status = Status.RUNNING
            print(f"{name} runs {job.name}")
            for _ in range(job.cost):
                await asyncio.sleep(0)
            async with self._wake:
                job.status = Status.FAILED if job.cost == 13 else Status.DONE
                job.log.append(name)
                count += 1
                self._refill()
                self._wake.notify_all()

    async def run(self) -> dict[str, str]:
        self.check()
        self._refill()
        counts = await asyncio.gather(*(self._worker(f"w{i}") for i in range(self.workers)))
        print("jobs run by each:", sum(counts))
        return {job.name: job.status.value for job in self.jobs.values()}


async def main() -> None:
    plan = Scheduler().add("deploy", 2, "test", "image").add("compile", 5).add("test", 7, "compile")
    plan.add("image", 3, "compile").add("docs", 13).add("publish docs", 1, "docs").add("lint", 1)
    print(plan.check())
    print(await plan.run())
    broken = Scheduler().add("a", 1, "b").add("b", 1, "c").add("c", 1, "a")
    try:
        await broken.run()
    except CycleError as error:
        print("cycle:", error)


asyncio.run(main())
