import asyncio


class Thermostat:
    """Keeps a room warm."""

    minimum = 5
    made = 0

    def __init__(self, celsius: float = 20) -> None:
        self._celsius = 0.0
        self.celsius = celsius
        self.log: list[str] = []
        Thermostat.made += 1

    @property
    def celsius(self) -> float:
        """Degrees on the Celsius scale."""
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < self.minimum:
            raise ValueError(f"{value} is below {self.minimum}")
        self._celsius = value

    @celsius.deleter
    def celsius(self) -> None:
        self._celsius = self.minimum

    @property
    def fahrenheit(self) -> float:
        return self.celsius * 9 / 5 + 32

    @classmethod
    def from_fahrenheit(cls, value: float) -> "Thermostat":
        return cls((value - 32) * 5 / 9)

    @staticmethod
    def is_comfortable(celsius: float) -> bool:
        return 18 <= celsius <= 24

    async def heat(self, degrees: float) -> float:
        for _ in range(int(degrees)):
            await asyncio.sleep(0)
            self.celsius += 1
            self.log.append(f"{self.celsius:.1f}")
        return self.celsius


class Sauna(Thermostat):
    minimum = 60

    def __init__(self) -> None:
        super().__init__(80)

    @property
    def celsius(self) -> float:
        return super().celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        Thermostat.celsius.fset(self, min(value, 110))

    @classmethod
    def preset(cls, name):
        return f"{cls.__name__}:{name}:{cls.minimum}"


async def main() -> None:
    room = Thermostat.from_fahrenheit(68)
    print(room.celsius, room.fahrenheit, Thermostat.is_comfortable(room.celsius))
    print(await room.heat(3), room.log)
    try:
        room.celsius = 2
    except ValueError as error:
        print("refused:", error, room.celsius)
    try:
        room.fahrenheit = 100
    except AttributeError as error:
        print(error)
    del room.celsius
    print(room.celsius)
    sauna = Sauna()
    sauna.celsius = 500
    print(sauna.celsius, sauna.is_comfortable(20), Sauna.preset("hot"), isinstance(sauna, Thermostat))
    print(Thermostat.made, sauna.made, Sauna.made)
    room.made = 99
    print(room.made, Thermostat.made, sauna.minimum, Thermostat.minimum)
    Thermostat.minimum = 0
    room.celsius = 1
    print(room.celsius, sauna.minimum)
    print(Thermostat.__doc__, Thermostat.celsius.__doc__, Sauna.__name__, type(room).__name__)
    room.nickname = "living room"
    print(room.nickname, hasattr(room, "nickname"), hasattr(sauna, "nickname"), getattr(sauna, "nickname", "?"))
    setattr(room, "colour", "white")
    print(sorted(vars(room)), room.__dict__["colour"])
    try:
        sauna.nickname
    except AttributeError as error:
        print(error)


asyncio.run(main())
