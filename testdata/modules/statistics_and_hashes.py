"""Samples are summed up, tagged with stable ids and fingerprinted."""

import asyncio
import hashlib
import inspect
import statistics
import uuid
from dataclasses import dataclass


@dataclass
class Sample:
    name: str
    values: list[float]

    def key(self) -> uuid.UUID:
        return uuid.uuid5(uuid.NAMESPACE_DNS, self.name)


async def summarize(sample: Sample) -> dict:
    await asyncio.sleep(0)
    return {
        "id": str(sample.key()),
        "mean": statistics.mean(sample.values),
        "stdev": round(statistics.stdev(sample.values), 6),
        "median": statistics.median(sample.values),
    }


def fingerprint(text: str, algorithm: str = "sha256") -> str:
    return hashlib.new(algorithm, text.encode()).hexdigest()[:16]


async def main() -> None:
    samples = [Sample("alpha.example", [1.5, 2.5, 4.0]), Sample("beta.example", [10.0, 0.1, 0.2, 0.3])]
    for report in await asyncio.gather(*(summarize(s) for s in samples)):
        print(report)
    print(statistics.mean([1, 2, 3, 4]), statistics.mean([2, 4]), statistics.median([3, 1, 2]), statistics.median([1, 2]), statistics.fmean([1, 2, 4]))
    print(statistics.mode("abracadabra"), statistics.multimode([1, 1, 2, 2, 3]), statistics.variance([1, 2, 3, 4]), statistics.pvariance([1, 3]), statistics.pstdev([2, 4, 4, 4, 5, 5, 7, 9]))
    print(statistics.quantiles([1, 2, 3, 4, 5, 6, 7, 8], n=4), statistics.quantiles([1.0, 2.0, 3.5], n=4, method="inclusive"), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]), statistics.harmonic_mean([40, 60]))
    for bad in ([], [1]):
        try:
            print(statistics.stdev(bad))
        except statistics.StatisticsError as error:
            print(type(error).__name__, error)
    print(hashlib.md5(b"hello").hexdigest(), hashlib.sha1(b"hello").hexdigest())
    digest = hashlib.sha256()
    for part in (b"hello", b" ", b"world"):
        digest.update(part)
    print(digest.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), digest.digest_size, digest.name, digest.digest()[:4])
    print(fingerprint("order-1"), fingerprint("order-1", "sha512"))
    u = uuid.UUID("12345678-1234-5678-1234-567812345678")
    print(u, repr(u), u.hex, u.version, u == uuid.UUID("{12345678123456781234567812345678}"), uuid.uuid3(uuid.NAMESPACE_URL, "http://python.org"))
    fresh = uuid.uuid4()
    print(len(str(fresh)), fresh.version, fresh != uuid.uuid4(), len({u, uuid.UUID(str(u))}))
    try:
        uuid.UUID("nonsense")
    except ValueError as error:
        print(error)
    coroutine = summarize(samples[0])
    print(inspect.iscoroutinefunction(summarize), inspect.iscoroutinefunction(fingerprint), inspect.iscoroutine(coroutine), inspect.isawaitable(coroutine), inspect.isclass(Sample), inspect.isfunction(fingerprint))
    print((await coroutine)["median"])


asyncio.run(main())
