"""A parcel depot: conveyor belts, scanners that jam, vans that leave on time."""
import asyncio
import itertools
import random
import re
from collections import Counter, deque

rng = random.Random(42)
LABEL = re.compile(r"(?P<zone>[A-Z]{2})-(?P<number>\d+)(?:/(?P<flag>[fx]))?$")


class BadLabel(ValueError):
    def __init__(self, text, belt):
        super().__init__(f"belt {belt}: unreadable {text!r}")
        self.text = text


class Parcel:
    serial = itertools.count(1)

    def __init__(self, label, weight=1.0):
        self.label, self.weight = label, weight
        self.id = next(Parcel.serial)

    @property
    def fragile(self):
        return self.label.endswith("/f")

    def __lt__(self, other):
        return (not self.fragile, self.weight) < (not other.fragile, other.weight)

    def __repr__(self):
        return f"#{self.id}{'!' if self.fragile else ''}({self.weight:g}kg)"


class Van:
    def __init__(self, zone, capacity):
        self.zone = zone
        self.capacity = capacity
        self.load = []
        self.room = asyncio.Condition()

    async def put(self, parcel):
        async with self.room:
            await self.room.wait_for(lambda: len(self.load) < self.capacity)
            self.load.append(parcel)
            self.room.notify_all()

    async def leave(self):
        async with self.room:
            gone, self.load = sorted(self.load), []
            self.room.notify_all()
        print(f"van {self.zone} leaves with {gone} = {sum(p.weight for p in gone):.2f}kg")
        return len(gone)


class Depot:
    def __init__(self, **vans):
        self.vans = {zone: Van(zone, cap) for zone, cap in vans.items()}
        self.rejects = deque(maxlen=3)
        self.stats = Counter()

    async def scan(self, belt, labels):
        for text in labels:
            await asyncio.sleep(0)
            try:
                match = LABEL.match(text)
                if not match:
                    raise BadLabel(text, belt)
                van = self.vans[match["zone"]]
            except BadLabel as e:
                print("jam:", e)
                self.rejects.append(e.text)
            except KeyError as e:
                print(f"belt {belt}: no van for zone {e}")
                self.stats["lost"] += 1
            else:
                parcel = Parcel(text, round(rng.uniform(0.2, 9), 1))
                await van.put(parcel)
                self.stats[van.zone] += 1
                print(f"belt {belt}: {parcel} -> {van.zone} {match.groupdict()}")

    async def drive(self, zone):
        trips = 0
        try:
            while True:
                await asyncio.sleep(0.03)
                trips += await self.vans[zone].leave()
        except asyncio.CancelledError:
            print(f"driver {zone} clocks off after {trips} parcels")
            return trips


async def main():
    depot = Depot(NO=2, SU=3)
    drivers = [asyncio.create_task(depot.drive(z), name=f"driver-{z}") for z in depot.vans]
    belts = [["NO-1", "SU-22/f", "??", "NO-3/x"], ["SU-4", "EA-5", "no-6", "NO-7/f"], ["SU-8/f", "SU-9", "x", "y"]]
    try:
        async with asyncio.timeout(0.5):
            async with asyncio.TaskGroup() as tg:
                for number, labels in enumerate(belts, start=1):
                    tg.create_task(depot.scan(number, labels))
    except TimeoutError:
        print("the belts stood still")
    await asyncio.sleep(0.045)
    for d in drivers:
        d.cancel()
    done = dict(zip(depot.vans, await asyncio.gather(*drivers)))
    print(done, dict(depot.stats), list(depot.rejects), [d.get_name() for d in drivers])
    stuck = Van("ZZ", 0)
    try:
        await asyncio.wait_for(stuck.put(Parcel("ZZ-1")), timeout=0.01)
    except asyncio.TimeoutError as e:
        print("nothing fits:", repr(e), stuck.load)


if __name__ == "__main__":
    asyncio.run(main())
