"""A pool of workers that run jobs of different cost."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Job:
    id: int
    payload: str
    cost: float = 0.001
    attempts: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass
class Result:
    job_id: int
    value: str
    worker: str


class TransientError(Exception):
    pass


class PermanentError(Exception):
    def __init__(self, job_id: int, reason: str) -> None:
        super().__init__(f"job {job_id}: {reason}")
        self.job_id = job_id
        self.reason = reason


class WorkerPool:
    def __init__(self, size: int, max_attempts: int = 3) -> None:
        self.size = size
        self.max_attempts = max_attempts
        self.queue: asyncio.Queue[Job | None] = asyncio.Queue()
        self.results: list[Result] = []
        self.failed: dict[int, PermanentError] = {}
        self._workers: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> "WorkerPool":
        for i in range(self.size):
            task = asyncio.create_task(self._work(f"worker-{i}"), name=f"worker-{i}")
            self._workers.append(task)
        return self

    async def __aexit__(self, exc_type, exc, tb) -> None:
        await self.queue.join()
        for _ in self._workers:
            await self.queue.put(None)
        await asyncio.gather(*self._workers)

    async def submit(self, job: Job) -> None:
        await self.queue.put(job)

    async def _work(self, name: str) -> None:
        while True:
            job = await self.queue.get()
            if job is None:
                self.queue.task_done()
                break
            try:
                value = await self._run(job)
            except TransientError as e:
                job.errors.append(str(e))
                if job.attempts < self.max_attempts:
                    await self.queue.put(job)
                else:
                    self.failed[job.id] = PermanentError(job.id, "too many attempts")
            except PermanentError as e:
                self.failed[e.job_id] = e
            else:
                self.results.append(Result(job.id, value, name))
            finally:
                self.queue.task_done()

    async def _run(self, job: Job) -> str:
        job.attempts += 1
        await asyncio.sleep(job.cost)
        if job.payload.startswith("flaky") and job.attempts < 2:
            raise TransientError(f"attempt {job.attempts} failed")
        if job.payload == "doomed":
            raise TransientError("never works")
        if job.payload == "bad":
            raise PermanentError(job.id, "bad payload")
        return job.payload.upper()


async def main() -> None:
    jobs = [Job(i, p) for i, p in enumerate(["alpha", "flaky-1", "bad", "doomed", "beta", "flaky-2"])]
    async with WorkerPool(3) as pool:
        for job in jobs:
            await pool.submit(job)
    for r in sorted(pool.results, key=lambda r: r.job_id):
        print(r.job_id, r.value)
    for job_id, error in sorted(pool.failed.items()):
        print(job_id, "->", error, "|", error.reason)
    print({job.id: job.attempts for job in jobs})
    print([job.errors for job in jobs if job.errors])
    print(len({r.worker for r in pool.results}) <= 3)


asyncio.run(main())
