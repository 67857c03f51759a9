import asyncio
import random


class Dice:
    def __init__(self, seed: int, sides: int = 6) -> None:
        self.rng = random.Random(seed)
        self.sides = sides

    def roll(self, n: int = 1) -> list[int]:
        return [self.rng.randint(1, self.sides) for _ in range(n)]


async def walk(rng: random.Random, steps: int) -> tuple[int, int]:
    x = y = 0
    for _ in range(steps):
        dx, dy = rng.choice([(1, 0), (-1, 0), (0, 1), (0, -1)])
        x, y = x + dx, y + dy
        await asyncio.sleep(0)
    return x, y


async def estimate_pi(seed: int, samples: int) -> float:
    rng = random.Random(seed)
    inside = sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(samples))
    return 4 * inside / samples


async def main() -> None:
    print(Dice(1).roll(10), Dice(2, sides=20).roll(5))
    print(await asyncio.gather(walk(random.Random(5), 100), walk(random.Random(6), 100)))
    print(await estimate_pi(3, 2000))
    random.seed(42)
    print(random.random(), random.uniform(-1, 1), random.randrange(0, 100, 7), random.getrandbits(70))
    deck = list(range(10))
    random.shuffle(deck)
    print(deck, random.sample(range(1000), 4), random.choices("abc", weights=[5, 1, 1], k=8), random.choice("xyz"))
    print(random.gauss(0, 1), random.normalvariate(10, 2), random.expovariate(0.5), random.betavariate(2, 3))
    print(random.triangular(0, 10, 3), random.lognormvariate(0, 0.25), random.paretovariate(3), random.gammavariate(2, 1))
    random.seed("a string seed")
    print(random.random(), random.randint(-5, 5), random.randbytes(4))
    state = random.getstate()
    first = [random.random() for _ in range(2)]
    random.setstate(state)
    print(first == [random.random() for _ in range(2)])
    rng = random.Random(0)
    weights = {"common": 70, "rare": 25, "epic": 5}
    drops = rng.choices(list(weights), cum_weights=[70, 95, 100], k=12)
    print(drops, {w: drops.count(w) for w in weights})
    for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2)):
        try:
            bad()
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
