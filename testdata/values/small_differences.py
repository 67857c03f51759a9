"""Corners of builtin functions and methods: None for defaults, bools, views, special floats."""


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for value in (False, True, -1, 10, 2.5):
    print(round(value), end=" ")
print(round(True))


class Task:
    def __call__(self):
        return 1


class Plain:
    def step(self):
        return 0


print(callable(Task()), callable(Plain()), callable(Plain), callable(len))
attempt(lambda: setattr(Plain().step, "note", 1))
buffer = bytearray(b"abc")
buffer.extend(buffer)
print(buffer)
scores = {1: 2}
attempt(lambda: hash(scores.keys()))
attempt(lambda: {scores.items(): 1})
attempt(lambda: type(hash(scores.values())))
print(b"hello".find(b"l", None), b"hello".rfind(b"l", None, None), b"hello".count(b"l", 3), b"hello".startswith(b"h", None))
print(b" a  b ".split(None), b" a b c ".split(None, 1), bytearray(b" a b ").rsplit(None, 1), b" a ".strip(None))
infinity, nothing = float("inf"), float("nan")
for base in (-2, 0.0, -infinity, nothing):
    for exponent in (-infinity, nothing, 3, infinity):
        attempt(lambda: base**exponent)
attempt(lambda: object.__new__(int))
attempt(lambda: object.__new__(1))


class Silent:
    def __repr__(self):
        return None


attempt(lambda: str(Silent()))
attempt(lambda: repr(Silent()))
