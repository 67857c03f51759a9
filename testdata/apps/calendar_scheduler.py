import asyncio
import heapq
import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum


class Priority(IntEnum):
    LOW = 3
    NORMAL = 2
    HIGH = 1


@dataclass(order=True)
class Job:
    run_at: float
    priority: Priority
    seq: int = field(default_factory=itertools.count().__next__)
    name: str = field(compare=False, default="")
    action: object = field(compare=False, default=None, repr=False)


class Scheduler:
    def __init__(self):
        self.heap = []
        self.now = 0.0
        self.done = []

    def at(self, when, name, action=None, priority=Priority.NORMAL):
        heapq.heappush(self.heap, Job(when, priority, name=name, action=action))

    def after(self, delay, *args, **kw):
        self.at(self.now + delay, *args, **kw)

    async def run(self):
        while self.heap:
            job = heapq.heappop(self.heap)
            await asyncio.sleep(0)
            self.now = job.run_at
            result = None
            if job.action:
                result = job.action(self)
                if asyncio.iscoroutine(result):
                    result = await result
            self.done.append((self.now, job.name, job.priority.name, result))


async def slow(s):
    await asyncio.sleep(0.001)
    s.after(0.5, "followup", priority=Priority.LOW)
    return "slow result"


async def main():
    s = Scheduler()
    s.at(1.0, "one")
    s.at(1.0, "urgent", priority=Priority.HIGH)
    s.at(0.5, "first", action=lambda s: s.now * 2)
    s.after(2, "slow", slow)
    await s.run()
    for d in s.done:
        print(d)
    print(Job(1.0, Priority.LOW, 7, "x"), Priority(2), Priority.HIGH < Priority.LOW, [p.name for p in Priority])
    start = datetime(2024, 2, 28, 23, 30)
    for step in (timedelta(minutes=45), timedelta(days=1), timedelta(weeks=1, hours=-3)):
        start += step
        print(start, start.isoformat(), start.strftime("%a %d %b %H:%M"), start.weekday())
    print((datetime(2024, 3, 1) - datetime(2024, 2, 1)).days, timedelta(seconds=3661), timedelta(hours=2) / timedelta(minutes=30))


asyncio.run(main())
