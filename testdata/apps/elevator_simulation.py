import asyncio
from collections import deque
from enum import Enum


class Direction(Enum):
    UP = 1
    DOWN = -1
    IDLE = 0


class Elevator:
    def __init__(self, name, floors):
        self.name = name
        self.floors = floors
        self.floor = 0
        self.requests = set()
        self.direction = Direction.IDLE
        self.log = []
        self.wakeup = asyncio.Event()

    def call(self, floor):
        if not 0 <= floor < self.floors:
            raise ValueError(f"{self.name}: no floor {floor}")
        self.requests.add(floor)
        self.wakeup.set()

    def choose(self):
        if not self.requests:
            return Direction.IDLE
        above = any(f > self.floor for f in self.requests)
        below = any(f < self.floor for f in self.requests)
        if self.direction is Direction.UP and above:
            return Direction.UP
        if self.direction is Direction.DOWN and below:
            return Direction.DOWN
        return Direction.UP if above else Direction.DOWN

    async def run(self):
        while True:
            if self.floor in self.requests:
                self.requests.remove(self.floor)
                self.log.append(self.floor)
                print(f"{self.name}: doors open at {self.floor}")
                await asyncio.sleep(0)
            self.direction = self.choose()
            if self.direction is Direction.IDLE:
                self.wakeup.clear()
                await self.wakeup.wait()
                continue
            self.floor += self.direction.value
            await asyncio.sleep(0)


class Building:
    def __init__(self, *elevators):
        self.elevators = elevators
        self.history = deque(maxlen=3)

    def call(self, floor):
        best = min(self.elevators, key=lambda e: (abs(e.floor - floor) + 2 * len(e.requests), e.name))
        best.call(floor)
        self.history.append((floor, best.name))
        return best.name


async def main():
    a, b = Elevator("A", 10), Elevator("B", 10)
    building = Building(a, b)
    tasks = [asyncio.create_task(e.run()) for e in building.elevators]
    for floor, pause in [(5, 2), (3, 0), (9, 4), (0, 1), (7, 3), (2, 20)]:
        print("call", floor, "->", building.call(floor))
        for _ in range(pause):
            await asyncio.sleep(0)
    for _ in range(30):
        await asyncio.sleep(0)
    try:
        a.call(12)
    except ValueError as error:
        print(error)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(a.log, b.log, a.direction, list(building.history))


asyncio.run(main())
