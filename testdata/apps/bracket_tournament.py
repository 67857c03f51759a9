import asyncio
import random


class Player:
    def __init__(self, name: str, skill: int) -> None:
        self.name = name
        self.skill = skill
        self.wins = 0

    def __repr__(self) -> str:
        return self.name

    def __lt__(self, other: "Player") -> bool:
        return (-self.wins, self.name) < (-other.wins, other.name)


async def match(a: Player, b: Player, rng: random.Random) -> Player:
    score = {a: 0, b: 0}
    while max(score.values()) < 3:
        await asyncio.sleep(0)
        point = rng.random() * (a.skill + b.skill)
        score[a if point < a.skill else b] += 1
    winner = max(score, key=lambda p: score[p])
    winner.wins += 1
    print(f"{a} {score[a]}:{score[b]} {b}")
    return winner


async def knockout(players: list[Player], seed: int) -> Player:
    rng = random.Random(seed)
    round_number = 1
    while len(players) > 1:
        print(f"-- round {round_number}: {players}")
        pairs = list(zip(players[::2], players[1::2]))
        bye = players[-1:] if len(players) % 2 else []
        games = [match(a, b, random.Random(rng.randrange(1000))) for a, b in pairs]
        players = list(await asyncio.gather(*games)) + bye
        round_number += 1
    return players[0]


async def main() -> None:
    players = [Player(n, s) for n, s in [("Ada", 9), ("Bob", 4), ("Cyd", 7), ("Dan", 5), ("Eve", 8)]]
    champion = await knockout(players, seed=11)
    print("champion:", champion, champion.wins)
    print(sorted(players), [p.wins for p in sorted(players)])


asyncio.run(main())
