"""A stack machine with a dispatch table."""


class Machine:
    def __init__(self):
        self.stack = []
        self.variables = {}
        self.output = []
        self.commands = {
            "push": self.push, "add": self.add, "mul": self.mul, "dup": self.dup,
            "store": self.store, "load": self.load, "print": self.print_,
        }

    def push(self, arg):
        self.stack.append(int(arg))

    def add(self):
        self.stack.append(self.stack.pop() + self.stack.pop())

    def mul(self):
        self.stack.append(self.stack.pop() * self.stack.pop())

    def dup(self):
        self.stack.append(self.stack[-1])

    def store(self, name):
        self.variables[name] = self.stack.pop()

    def load(self, name):
        self.stack.append(self.variables[name])

    def print_(self):
        self.output.append(str(self.stack.pop()))

    def run(self, program):
        for number, line in enumerate(program.strip().splitlines(), 1):
            name, *args = line.split()
            if name not in self.commands:
                raise SyntaxError(f"line {number}: unknown command {name!r}")
            try:
                self.commands[name](*args)
            except IndexError:
                raise RuntimeError(f"line {number}: stack is empty") from None
            except KeyError as error:
                raise RuntimeError(f"line {number}: no variable {error}") from None
            except TypeError:
                raise RuntimeError(f"line {number}: wrong arguments for {name}") from None
        return " ".join(self.output)


print(Machine().run("push 3\ndup\nmul\nstore x\nload x\npush 1\nadd\nprint\nload x\nprint"))
for bad in ["add", "load y", "push", "jump 3", "push a"]:
    try:
        Machine().run(bad)
    except (SyntaxError, RuntimeError, ValueError) as error:
        print(type(error).__name__, "-", error)
