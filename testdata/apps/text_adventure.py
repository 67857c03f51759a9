import asyncio
import sys


class Room:
    def __init__(self, name, description):
        self.name = name
        self.description = description
        self.exits = {}
        self.items = []

    def connect(self, direction, other):
        opposite = {"north": "south", "east": "west", "down": "up"}
        self.exits[direction] = other
        other.exits[opposite[direction]] = self


class GameOver(Exception):
    pass


class Game:
    def __init__(self):
        hall = Room("Hall", "A dusty hall.")
        cellar = Room("Cellar", "Dark and damp.")
        garden = Room("Garden", "Roses everywhere.")
        hall.connect("down", cellar)
        hall.connect("north", garden)
        hall.items.append("lamp")
        garden.items += ["rose", "key"]
        self.room = hall
        self.inventory = []
        self.moves = 0

    def look(self):
        print(f"== {self.room.name} ==")
        if self.room.name == "Cellar" and "lamp" not in self.inventory:
            print("It is too dark to see.")
            return
        print(self.room.description)
        if self.room.items:
            print("You see:", ", ".join(sorted(self.room.items)))
        print("Exits:", *sorted(self.room.exits))

    async def do(self, line):
        verb, *words = line.lower().split() or ["look"]
        noun = " ".join(words)
        method = getattr(self, "cmd_" + verb, None)
        if method is None:
            print(f"I don't know how to {verb}.")
            return
        self.moves += 1
        await asyncio.sleep(0)
        method(noun)

    def cmd_look(self, _):
        self.look()

    def cmd_go(self, direction):
        try:
            self.room = self.room.exits[direction]
        except KeyError:
            print("You can't go", direction or "nowhere")
        else:
            self.look()

    def cmd_take(self, item):
        if item not in self.room.items:
            print("There is no", item, "here.")
            return
        self.room.items.remove(item)
        self.inventory.append(item)
        print("Taken.")

    def cmd_inventory(self, _):
        print("You carry:", ", ".join(self.inventory) if self.inventory else "nothing")

    def cmd_quit(self, _):
        raise GameOver(f"You made {self.moves} moves.")


async def main():
    game = Game()
    game.look()
    try:
        for line in sys.stdin:
            print(">", line.strip())
            await game.do(line)
        print("(end of input)")
    except GameOver as end:
        print(end)
        sys.exit(3)


asyncio.run(main())
