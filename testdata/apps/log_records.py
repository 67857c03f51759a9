import asyncio
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Iterable, Iterator, Optional, Union

LOG = """\
2024-03-01 10:00:01 INFO  auth    user=ann action=login ms=12
2024-03-01 10:00:02 WARN  db      query=slow ms=1503
bad line
2024-03-01 10:00:05 ERROR api     path=/pay code=500 ms=88
2024-03-01 10:01:00 INFO  auth    user=bob action=login ms=9
2024-03-01 10:01:30 ERROR api     path=/pay code=502 ms=91
"""

LINE = re.compile(r"(?P<date>\S+) (?P<time>\S+) (?P<level>[A-Z]+)\s+(?P<source>\w+)\s+(?P<rest>.*)")
PAIR = re.compile(r"(\w+)=(\S+)")

Value = Union[int, str]


@dataclass
class Record:
    time: str
    level: str
    source: str
    fields: dict[str, Value]

    @property
    def ms(self) -> int:
        v = self.fields.get("ms", 0)
        return v if isinstance(v, int) else 0


class ParseError(ValueError):
    def __init__(self, number: int, line: str) -> None:
        super().__init__(f"line {number}: {line!r}")
        self.number = number


def convert(text: str) -> Value:
    return int(text) if text.isdigit() else text


def parse_line(number: int, line: str) -> Record:
    m = LINE.match(line)
    if m is None:
        raise ParseError(number, line)
    fields = {k: convert(v) for k, v in PAIR.findall(m["rest"])}
    return Record(m.group("time"), m["level"], m["source"], fields)


def parse(lines: Iterable[str], errors: list[ParseError]) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        try:
            yield parse_line(number, line)
        except ParseError as e:
            errors.append(e)


async def summarize(records: list[Record]) -> dict[str, float]:
    by_source: defaultdict[str, list[int]] = defaultdict(list)
    for r in records:
        await asyncio.sleep(0)
        by_source[r.source].append(r.ms)
    return {s: sum(v) / len(v) for s, v in sorted(by_source.items())}


def slowest(records: list[Record]) -> Optional[Record]:
    return max(records, key=lambda r: r.ms, default=None)


async def main() -> None:
    errors: list[ParseError] = []
    records = list(parse(LOG.splitlines(), errors))
    print(len(records), [str(e) for e in errors], errors[0].number)
    levels = Counter(r.level for r in records)
    print(levels.most_common(), levels["DEBUG"])
    print(await summarize(records))
    top = slowest(records)
    if top is not None:
        print(top.source, top.ms, top.fields.get("query"))
    print(slowest([]))
    print(sorted({str(r.fields["user"]) for r in records if "user" in r.fields}))
    print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1 b22 c333"))
    codes = [r.fields["code"] for r in records if r.level == "ERROR"]
    print(codes, records[0])
    width = max(len(r.source) for r in records)
    for r in records:
        print(f"{r.source:>{width}} | {r.level:<5} | {r.ms:6,d} | {r.time}")


asyncio.run(main())
