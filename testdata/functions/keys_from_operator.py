from operator import attrgetter, itemgetter
from itertools import groupby


@staticmethod
def helper(n):
    return n + 1


@classmethod
def from_text(cls, text):
    return cls(text.upper())


class Word:
    def __init__(self, text):
        self.text = text

    make = from_text
    plus = helper


print(helper(2), Word.make("abc").text, Word.plus(4))


class Pupil:
    def __init__(self, name, grade, age):
        self.name = name
        self.grade = grade
        self.age = age

    def __repr__(self):
        return repr((self.name, self.grade, self.age))


pupils = [Pupil("john", "A", 15), Pupil("jane", "B", 12), Pupil("dave", "B", 10)]
print(sorted(pupils, key=attrgetter("age")))
print(sorted(pupils, key=attrgetter("grade", "age"), reverse=True))
print(min(pupils, key=attrgetter("age")))
pupils.sort(key=attrgetter("grade"), reverse=True)
for grade, group in groupby(pupils, key=attrgetter("grade")):
    print(grade, [p.name for p in group])
rows = [("b", 2), ("a", 3), ("a", 1)]
print(sorted(rows, key=itemgetter(0)), sorted(rows, key=itemgetter(0, 1)), max(rows, key=itemgetter(1)))
print(list(map(itemgetter(1), rows)), list(filter(itemgetter(1), rows)))
table = [{"n": 2}, {"n": 1}]
print(sorted(table, key=itemgetter("n")))
