import asyncio
import copy
import io
import operator
import string


class Node:
    def __init__(self, name, children=()):
        self.name = name
        self.children = list(children)
        self.parent = None
        for child in self.children:
            child.parent = self

    def __copy__(self):
        print("copying", self.name)
        clone = type(self)(self.name)
        clone.children = self.children
        return clone


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __deepcopy__(self, memo):
        return Point(copy.deepcopy(self.x, memo), self.y)


async def main():
    original = {"list": [1, [2, 3]], "tuple": (1, [2]), "set": {1}}
    shallow, deep = copy.copy(original), copy.deepcopy(original)
    original["list"][1].append(4)
    original["new"] = 1
    print(shallow, deep)
    tree = Node("root", [Node("leaf")])
    clone = copy.deepcopy(tree)
    print(clone is tree, clone.children[0].parent is clone, clone.children[0].name, copy.copy(tree).children is tree.children)
    p = Point([1], [2])
    q = copy.deepcopy(p)
    p.x.append(9)
    p.y.append(9)
    print(q.x, q.y, copy.deepcopy("text"), copy.copy((1, 2)))
    loop = [1]
    loop.append(loop)
    same = copy.deepcopy(loop)
    print(same[1] is same, same is loop)

    out = io.StringIO()
    out.write("first\nsecond line\n")
    print("third", 3, sep=":", file=out, end="")
    out.seek(0)
    print(out.readline(), out.read(6), out.tell(), list(out), out.getvalue().count("\n"))
    with io.StringIO("a,b\nc,d\n") as text:
        for row in text:
            print(row.rstrip("\n").split(","))
    raw = io.BytesIO(b"\x00\x01binary\nmore")
    print(raw.read(2), raw.readline(), raw.read(), raw.getvalue()[:3], raw.seek(2), raw.read(3))
    try:
        text.read()
    except ValueError as error:
        print(error)
    print(string.ascii_lowercase[:5], string.digits, string.punctuation[:6], string.capwords("the old man"))
    print(string.Template("$who owes $$${amount}").substitute(who="Ann", amount=5), string.Template("$a $b").safe_substitute(a=1))
    try:
        string.Template("$missing").substitute({})
    except KeyError as error:
        print("KeyError", error)
    await asyncio.sleep(0)
    print(operator.contains([1, 2], 2), operator.truediv(1, 4), operator.not_(0), operator.index(True))


asyncio.run(main())
