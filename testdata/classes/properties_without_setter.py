L = [1, 2, 3]
it = iter(L)
print(it.__next__())
print(next(it))
it = iter(L)
print(it.__next__())
print(list(it))


class Mark:
    __slots__ = ("_dept", "_name")

    def __init__(self, dept, name):
        self._dept = dept
        self._name = name

    @property
    def dept(self):
        return self._dept

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        self._name = value.title()


m = Mark("Botany", "mark")
m.name = "watney"
print(m.name, m.dept)
try:
    m.dept = "Pirate"
except AttributeError as e:
    print(e)
try:
    del m.name
except AttributeError as e:
    print(e)
try:
    m.location = "Mars"
except AttributeError as e:
    print(e)


class Account:
    def __init__(self):
        self._total = 3

    @property
    def total(self):
        return self._total


a = Account()
try:
    a.total += 1
except AttributeError as e:
    print(type(e).__name__, e, a.total)
