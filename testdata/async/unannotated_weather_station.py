import asyncio

READINGS = {
    "roof": [21.5, 22.0, None, 24.5],
    "cellar": [12, 12, 11, 13],
    "broken": [],
}


class Sensor:
    def __init__(self, name, values, every):
        self.name = name
        self.values = iter(values)
        self.every = every
        self.failures = 0

    async def read(self):
        for _ in range(self.every):
            await asyncio.sleep(0)
        try:
            value = next(self.values)
        except StopIteration:
            raise EOFError(self.name + " has no more readings")
        if value is None:
            self.failures += 1
            raise ValueError(self.name + " gave no value")
        return value


class Station:
    def __init__(self):
        self.sensors = []
        self.data = {}
        self.listeners = []

    def add(self, sensor):
        self.sensors.append(sensor)
        self.data[sensor.name] = []
        return self

    def notify(self, *args):
        for listener in self.listeners:
            listener(*args)

    async def watch(self, sensor):
        while True:
            try:
                value = await sensor.read()
            except ValueError as e:
                self.notify("warning", str(e))
                continue
            except EOFError as e:
                self.notify("end", e.args[0])
                break
            self.data[sensor.name].append(value)
            self.notify("value", sensor.name, value)

    async def run(self):
        await asyncio.gather(*[self.watch(s) for s in self.sensors])
        return {name: average(values) for name, values in self.data.items()}


def average(values):
    return round(sum(values) / len(values), 2) if values else None


async def main():
    station = Station()
    every = 2
    for name in READINGS:
        station.add(Sensor(name, READINGS[name], every))
        every += 1
    station.listeners.append(lambda kind, *rest: print(kind, *rest, sep=": "))
    counts = {}
    station.listeners.append(lambda kind, *_: counts.update({kind: counts.get(kind, 0) + 1}))
    result = await station.run()
    print(result)
    print(sorted(counts.items()), [s.failures for s in station.sensors])
    hottest = max((v, n) for n, vs in station.data.items() for v in vs)
    print("hottest", hottest)


asyncio.run(main())
