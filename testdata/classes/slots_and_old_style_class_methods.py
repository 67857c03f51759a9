class C:
    def meth(cls, n):
        return cls.__name__ * n
    meth = classmethod(meth)

    def stat(a, b):
        return a + b
    stat = staticmethod(stat)

    def _get(self):
        return 5
    prop = property(_get)


print(C.meth(2), C().meth(1), C.stat(1, 2), C().stat(3, 4), C().prop)


class Slots:
    __slots__ = ("template", "name")


class More(Slots):
    __slots__ = ["extra"]


class Open(Slots):
    pass


obj = Slots()
obj.template = "Test"
print(obj.template)
try:
    obj.newattr = None
except AttributeError as exc:
    print(exc)
m = More()
m.extra = 1
m.name = "n"
try:
    m.other = 2
except AttributeError as exc:
    print(exc)
o = Open()
o.other = 3
print(o.other, m.extra, m.name)
