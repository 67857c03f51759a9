"""Containers of one's own over the abstract base classes and User classes."""

import asyncio
import signal
import sys
import threading
from collections import Counter, OrderedDict, UserDict, UserList, defaultdict
from collections.abc import Hashable, Iterable, Mapping, MutableMapping, Sequence


class Headers(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f"<no {key}>"


class History(UserList):
    def last(self):
        return self.data[-1] if self.data else None


class Countdown(Sequence):
    def __init__(self, start):
        self.start = start

    def __len__(self):
        return self.start

    def __getitem__(self, index):
        if index >= self.start:
            raise IndexError(index)
        return self.start - index


class Worker(threading.Thread):
    def __init__(self, number, results):
        super().__init__(name=f"worker-{number}")
        self.number = number
        self.results = results

    def run(self):
        self.results.append((self.name, self.number * 10))


async def job(number: int) -> None:
    try:
        raise ValueError(number)
    except ValueError:
        await asyncio.sleep(0)
        print(number, repr(sys.exception()), sys.exc_info()[0].__name__)


async def main() -> None:
    headers = Headers({"Host": "example"}, Accept="json")
    headers["X-Id"] = 7
    print(headers, len(headers), headers["nothing"], "host" in headers, list(headers), headers.get("accept"), headers.pop("host"))
    history = History([3, 1])
    history.append(2)
    print(history, history.last(), history[0:2], sorted(history), history + [9], isinstance(history, Sequence))
    countdown = Countdown(3)
    print(list(countdown), 2 in countdown, countdown.index(1), list(reversed(countdown)), countdown.count(3))
    print([isinstance(x, Mapping) for x in ({}, headers, [])], isinstance(iter([]), Iterable), isinstance([], Hashable), issubclass(Headers, MutableMapping))
    results: list[tuple[str, int]] = []
    workers = [Worker(n, results) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(sorted(results), workers[0].is_alive())
    total = Counter("abca") + Counter(a=2, z=0)
    groups = defaultdict(list, {"k": [1]})
    groups["k"].append(2)
    print(total, groups, OrderedDict(b=1, a=2), defaultdict(int), total - Counter("aaa"))
    print(signal.SIGTERM.name, int(signal.SIGINT), repr(signal.SIGINT), signal.Signals(15).name)
    await asyncio.gather(job(1), job(2))
    print(sys.exception())


asyncio.run(main())
