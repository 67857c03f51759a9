import asyncio
from enum import Enum, auto
from typing import NamedTuple


class Light(Enum):
    RED = auto()
    GREEN = auto()
    YELLOW = auto()
    BLINKING = auto()


class Signal(NamedTuple):
    name: str
    arg: int = 0


class InvalidTransition(Exception):
    def __init__(self, state: Light, signal: Signal) -> None:
        self.state, self.signal = state, signal
        super().__init__(f"{signal.name} is not allowed in {state.name}")


class TrafficLight:
    transitions = {
        (Light.RED, "tick"): Light.GREEN,
        (Light.GREEN, "tick"): Light.YELLOW,
        (Light.YELLOW, "tick"): Light.RED,
        (Light.BLINKING, "repair"): Light.RED,
    }

    def __init__(self) -> None:
        self.state = Light.RED
        self.history: list[Light] = [self.state]
        self.hooks: dict[Light, list] = {light: [] for light in Light}

    def on_enter(self, light: Light, hook) -> None:
        self.hooks[light].append(hook)

    async def feed(self, signal: Signal) -> Light:
        if signal.name == "fail":
            target = Light.BLINKING
        else:
            try:
                target = self.transitions[self.state, signal.name]
            except KeyError:
                raise InvalidTransition(self.state, signal) from None
        self.state = target
        self.history.append(target)
        for hook in self.hooks[target]:
            result = hook(self)
            if asyncio.iscoroutine(result):
                await result
        return target


async def open_crossing(light: TrafficLight) -> None:
    await asyncio.sleep(0)
    print("   cars go after", len(light.history), "states")


async def main() -> None:
    light = TrafficLight()
    light.on_enter(Light.GREEN, open_crossing)
    light.on_enter(Light.RED, lambda l: print("   pedestrians go"))
    for signal in [Signal("tick"), Signal("tick"), Signal("tick"), Signal("fail"), Signal("tick"), Signal("repair"), Signal("jump", 3)]:
        try:
            state = await light.feed(signal)
        except InvalidTransition as error:
            print("!", error, error.signal, error.__suppress_context__)
        else:
            print(signal.name, "->", state.name)
    print([l.name for l in light.history])
    counts = {l: light.history.count(l) for l in Light}
    print(counts)
    print(max(counts, key=counts.get), sorted(counts.values(), reverse=True))


asyncio.run(main())
