from operator import attrgetter, itemgetter, methodcaller
from functools import partial


class Student:
    def __init__(self, name, grade, age):
        self.name = name
        self.grade = grade
        self.age = age

    def older(self, n=1):
        return self.age + n

    def __repr__(self):
        return f"S({self.name})"


pupils = [Student("john", "A", 15), Student("jane", "B", 12), Student("dave", "B", 10)]
print(sorted(pupils, key=attrgetter("age")))
print(max(pupils, key=attrgetter("grade", "age")))
print(list(map(methodcaller("older", 2), pupils)))
print(list(map(attrgetter("name"), pupils)))
rows = [[3, 1], [2, 5], [9, 0]]
print(sorted(rows, key=itemgetter(1)), rows[0][0] + 1)
get = itemgetter(0)
print(get(rows), sum(map(get, rows)))


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print("{0.x} {0.y}".format(p))
fmt = "{p.x:>4}|{p.y}"
print(fmt.format(p=p))
print(fmt.format_map({"p": p}))


class Pair:
    def __init__(self):
        self.a = [1, 2]


print("{0.a[1]}".format(Pair()))
