import asyncio
import re
from collections import Counter, defaultdict
from datetime import datetime

LOG = """\
2024-03-01 10:00:01 INFO  web   GET /index 200 12ms
2024-03-01 10:00:02 WARN  db    slow query 1500ms
2024-03-01 10:00:02 INFO  web   GET /cart 200 48ms
2024-03-01 10:00:05 ERROR web   GET /pay 500 3ms
nonsense
2024-03-01 10:01:00 INFO  web   POST /pay 200 220ms
2024-03-01 10:02:30 ERROR db    connection lost
2024-03-01 10:02:31 INFO  db    reconnected
"""

LINE = re.compile(r"(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?P<level>[A-Z]+)\s+(?P<source>\w+)\s+(?P<text>.*)")
MILLIS = re.compile(r"(\d+)ms")


async def lines(text):
    for line in text.splitlines():
        await asyncio.sleep(0)
        yield line


async def parse(source):
    async for line in source:
        m = LINE.fullmatch(line)
        if not m:
            yield None, line
            continue
        record = m.groupdict()
        record["time"] = datetime.strptime(record["time"], "%Y-%m-%d %H:%M:%S")
        yield record, line


async def main():
    levels = Counter()
    times = defaultdict(list)
    errors = []
    bad = 0
    first = last = None
    async for record, line in parse(lines(LOG)):
        if record is None:
            bad += 1
            print("cannot parse", repr(line))
            continue
        levels[record["level"]] += 1
        first = first or record["time"]
        last = record["time"]
        if found := MILLIS.search(record["text"]):
            times[record["source"]].append(int(found.group(1)))
        if record["level"] == "ERROR":
            errors.append("{time:%H:%M:%S} {source}: {text}".format(**record))
    print(levels.most_common())
    for source, values in sorted(times.items()):
        print(f"{source:>4}: n={len(values)} avg={sum(values) / len(values):.1f} max={max(values)}")
    print(*errors, sep="\n")
    print("span", last - first, (last - first).total_seconds(), "bad", bad)
    print(re.sub(r"/(\w+)", lambda m: m.group(1).upper(), "GET /index and /pay"))
    print(re.findall(r"(\w+)=(\d+)", "a=1 b=22 c=x"), re.split(r"[,;]\s*", "x, y;z"))


asyncio.run(main())
