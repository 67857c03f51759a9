class Ten:
    def __get__(self, obj, objtype=None):
        return 10


class Upper:
    def __set_name__(self, owner, name):
        self.key = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.key, "").upper()

    def __set__(self, obj, value):
        if not value:
            raise ValueError("empty")
        setattr(obj, self.key, value)


class A:
    x = 5
    y = Ten()
    title = Upper()

    def __init__(self, title):
        self.title = title

    def show(self):
        return f"{self.title}:{self.x + self.y}"


a = A("hello")
print(a.x, a.y, a.title, a.show(), A.y)
a.title = "other"
print(a.title, sorted(vars(a)))
try:
    a.title = ""
except ValueError as e:
    print(e)


def getx(self):
    return self._x


def setx(self, v):
    self._x = v + 1


class B:
    def __init__(self):
        self._x = 1

    x = property(getx, setx)
    twice = staticmethod(lambda n: n * 2)
    name = classmethod(lambda cls: cls.__name__)


b = B()
b.x = 5
print(b.x, b.twice(4), B.twice(2), b.name())
