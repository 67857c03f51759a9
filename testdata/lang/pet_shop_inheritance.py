class Animal:
    count = 0

    def __init__(self, name: str, legs: int = 4) -> None:
        self.name = name
        self.legs = legs
        Animal.count += 1

    def speak(self) -> str:
        raise NotImplementedError(f"{type(self).__name__} cannot speak")

    def intro(self) -> str:
        return f"{self.name} says {self.speak()}"


class Dog(Animal):
    def speak(self) -> str:
        return "woof"


class Puppy(Dog):
    def speak(self) -> str:
        return super().speak() + "!" * 2


class Bird(Animal):
    def __init__(self, name: str, can_fly: bool = True) -> None:
        super().__init__(name, legs=2)
        self.can_fly = can_fly

    def speak(self) -> str:
        return "tweet" if self.can_fly else "squawk"


class Fish(Animal):
    pass


animals = [Dog("Rex"), Puppy("Bit"), Bird("Tweety"), Bird("Pingu", can_fly=False), Fish("Nemo", 0)]
for animal in animals:
    try:
        print(animal.intro(), animal.legs)
    except NotImplementedError as error:
        print("!", error)
print(Animal.count, [isinstance(a, Dog) for a in animals])
print(sorted(animals, key=lambda a: (a.legs, a.name))[0].name)
by_legs: dict[int, list[str]] = {}
for animal in animals:
    by_legs.setdefault(animal.legs, []).append(animal.name)
print(by_legs)
