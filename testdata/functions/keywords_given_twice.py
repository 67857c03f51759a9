"""Keywords that several mappings give, and mappings of the program's own after two stars."""


def collect(**options):
    return options


def describe(name, **options):
    return name, options


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)


first, second = {"a": 1, "b": 2}, {"b": 3, "c": 4}
attempt(lambda: collect(**first))
attempt(lambda: collect(**first, **second))
attempt(lambda: collect(a=0, **first))
attempt(lambda: collect(**second, z=9))
attempt(lambda: describe("box", **first))
attempt(lambda: describe("box", **{"name": "lid"}))
attempt(lambda: describe(**{"name": "lid", "size": 2}))
attempt(lambda: collect(**{1: 2}))
attempt(lambda: collect(**5))
attempt(lambda: dict(**first, **second))
print({**first, **second, "a": 9})


class Settings:
    def __init__(self, *names):
        self.names = names

    def keys(self):
        return list(self.names)

    def __getitem__(self, name):
        return name.upper()


print(collect(**Settings("host", "port")))
print({**Settings("host")}, dict(Settings("user")))


def forward(**options):
    return collect(**options, depth=1)


print(forward(x=1))
attempt(lambda: forward(depth=2))
