"""Names that another function deletes, or that are gone when a method runs."""

level = 1


class Meter:
    def read(self):
        return level


meter = Meter()
print(meter.read())
del level
try:
    print(meter.read())
except NameError as error:
    print(error)


def forget():
    global token
    del token


token = "t"
print(token)
forget()
for action in (lambda: token, forget):
    try:
        print(action())
    except NameError as error:
        print(error)
token = "again"
print(token)


def outer():
    value = 1

    def kill():
        nonlocal value
        del value

    kill()
    try:
        return value
    except NameError as error:
        return f"{type(error).__name__}: {error}"


print(outer())
a, b, c = 1, 2, 3
del (a, (b, c))
try:
    print(b)
except NameError as error:
    print(error)
