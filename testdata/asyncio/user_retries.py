"""A worker pool that retries with back-off and gives up with the reasons."""
import asyncio
import functools
import random


class Transient(Exception):
    pass


class GaveUp(Exception):
    def __init__(self, job, causes):
        self.job = job
        self.causes = causes
        super().__init__(f"{job} after {len(causes)} tries")


def retry(times, base=0.002, exceptions=(Transient,)):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            causes = []
            for attempt in range(times):
                try:
                    return await func(*args, **kwargs)
                except exceptions as e:
                    causes.append(e)
                    delay = min(base * 2 ** attempt, 0.02)
                    await asyncio.sleep(delay)
            raise GaveUp(args[0], causes) from causes[-1]
        return wrapper
    return decorate


rng = random.Random(42)
attempts = {}


@retry(4)
async def process(job, *, fail_rate=0.5):
    """Does the job, sometimes."""
    attempts[job] = attempts.get(job, 0) + 1
    await asyncio.sleep(0)
    if rng.random() < fail_rate:
        raise Transient(f"{job} failed at try {attempts[job]}")
    if job == "bad":
        raise ValueError("never works")
    return job.upper()


async def worker(name, jobs, results):
    while not jobs.empty():
        job = jobs.get_nowait()
        try:
            results[job] = await process(job, fail_rate=0.6)
        except GaveUp as e:
            results[job] = e
        except Exception as e:
            results[job] = e
        finally:
            jobs.task_done()
    return name, len(results)


async def main():
    jobs = asyncio.Queue()
    for n in ["alpha", "beta", "gamma", "delta", "bad", "omega", "zeta"]:
        await jobs.put(n)
    results = {}
    done = await asyncio.gather(*(worker(f"w{i}", jobs, results) for i in range(3)))
    print([name for name, _ in done])
    for job in sorted(results):
        r = results[job]
        if isinstance(r, GaveUp):
            print(f"{job:>6}: gave up: {r}; cause: {r.__cause__!r}; {len(r.causes)}")
        elif isinstance(r, Exception):
            print(f"{job:>6}: {type(r).__name__}: {r}")
        else:
            print(f"{job:>6}: {r} in {attempts[job]}")
    print(process.__name__, process.__doc__)


asyncio.run(main())
