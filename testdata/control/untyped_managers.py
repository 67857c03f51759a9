from contextlib import contextmanager, suppress, ExitStack


class Managed:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, exc_type, exc, tb):
        print("exit", self.name, exc_type.__name__ if exc_type else None, exc)
        return self.swallow


with Managed("a") as a, Managed("b", swallow=True) as b:
    print(a.name, b.name)
    raise KeyError("inside")
print("after")
try:
    with Managed("outer"):
        with Managed("inner"):
            1 / 0
except ZeroDivisionError as e:
    print("caught", e)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print(f"</{name}>")


with tag("p") as t:
    print(t)
with tag("q"):
    raise ValueError("bad")
with suppress(KeyError, IndexError):
    [][1]
    print("not reached")


def process():
    with tag("fn"):
        for i in range(5):
            with Managed(i):
                if i == 1:
                    continue
                if i == 2:
                    return i


print(process())
with ExitStack() as stack:
    names = [stack.enter_context(Managed(n)).name for n in "xyz"]
    stack.callback(print, "callback", 1, sep="/")
    print(names)


@tag("deco")
def decorated(x):
    print("body", x)


decorated(5)
try:
    with 5:
        pass
except TypeError as e:
    print(e)
try:
    with tag("nested") as n:
        raise RuntimeError("escapes") from KeyError("k")
except RuntimeError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)
