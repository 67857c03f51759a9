"""An async job service with enum states and results as named tuples."""
import asyncio
import json
from enum import Enum, Flag, auto
from typing import NamedTuple


class JobState(str, Enum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    def is_final(self) -> bool:
        return self in (JobState.DONE, JobState.FAILED)


class Feature(Flag):
    NONE = 0
    RETRY = auto()
    LOG = auto()
    NOTIFY = auto()
    DEFAULT = RETRY | LOG


class Result(NamedTuple):
    job: str
    state: JobState
    attempts: int


class Job:
    def __init__(self, name: str, fail_times: int = 0, features: Feature = Feature.DEFAULT) -> None:
        self.name = name
        self.fail_times = fail_times
        self.features = features
        self.state = JobState.QUEUED

    async def run(self) -> None:
        self.state = JobState.RUNNING
        await asyncio.sleep(0)
        if self.fail_times > 0:
            self.fail_times -= 1
            raise RuntimeError(f"{self.name} broke")
        self.state = JobState.DONE

    def to_dict(self) -> dict[str, str]:
        return {"name": self.name, "state": self.state.value}


async def execute(job: Job, log: list[str], limit: int = 3) -> Result:
    attempts = 0
    while not job.state.is_final():
        attempts += 1
        try:
            await job.run()
        except RuntimeError as e:
            if Feature.LOG in job.features:
                log.append(str(e))
            if not job.features & Feature.RETRY or attempts >= limit:
                job.state = JobState.FAILED
    if job.features & (Feature.NOTIFY | Feature.LOG) == Feature.NOTIFY | Feature.LOG:
        log.append(f"{job.name}: {job.state.value}")
    return Result(job.name, job.state, attempts)


async def main() -> None:
    log: list[str] = []
    jobs = [
        Job("a"), Job("b", 1), Job("c", 5), Job("d", 1, Feature.NONE),
        Job("e", 1, Feature.DEFAULT | Feature.NOTIFY), Job("f", 0, Feature.NOTIFY | Feature.LOG),
    ]
    results = await asyncio.gather(*(execute(j, log) for j in jobs))
    for r in results:
        print(r.job, r.state.name, r.attempts, r.state == "done")
    print(log)
    print(json.dumps([j.to_dict() for j in jobs]))
    print(json.dumps({r.job: r.state for r in results}))
    print(sorted(results, key=lambda r: (r.attempts, r.job))[0], max(results, key=lambda r: r.attempts).job)
    ok = [r for r in results if r.state is JobState.DONE]
    failed = {r.job for r in results if r.state is JobState.FAILED}
    print(len(ok), sorted(failed), results[0]._asdict(), results[0] == ("a", "done", 1))
    for job in jobs:
        names = [f.name for f in Feature if f in job.features]
        print(job.name, names, job.features.value, bool(job.features))
    flags = Feature.DEFAULT ^ Feature.LOG
    flags |= Feature.NOTIFY
    print(flags, flags == Feature.RETRY | Feature.NOTIFY, ~flags, Feature(3) is Feature.DEFAULT)
    state = JobState("failed")
    match state:
        case JobState.DONE:
            print("fine")
        case JobState.FAILED:
            print("bad", state.upper(), len(state), state.value)


asyncio.run(main())
