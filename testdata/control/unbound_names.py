x = 5
try:
    raise RuntimeError("gone")
except RuntimeError as x:
    pass
try:
    print(x)
except NameError as err:
    print(err)
def f():
    try:
        1/0
    except ZeroDivisionError as e:
        print(e)
    print(e)
try:
    f()
except UnboundLocalError as e:
    print(e)
def g():
    print(y)
    y = 1
try:
    g()
except UnboundLocalError as e:
    print(type(e).__name__, e)
try:
    print(undefined_name)
except NameError as e:
    print(type(e).__name__, e, e.name)
def h(a):
    return a + foo(1, 2)
try:
    h(1)
except NameError as e:
    print(e)
class A:
    def __init__(self):
        self.__p = 1
    def __get(self):
        return self.__p
    def m(self):
        return self.__get() + other_thing.x
try:
    A().m()
except NameError as e:
    print(e)
a = A()
print(a._A__p, a._A__get(), hasattr(a, "__p"), a.__dict__)
for i in range(3):
    pass
del i
try:
    i
except NameError as e:
    print(e)
if 0:
    zzz = undefined2
else:
    zzz = 3
def outer():
    def inner():
        return late
    try:
        inner()
    except NameError as e:
        print(e)
    late = 5
    return inner()
print(outer())
class P:
    _instances = []
    __private = "p"
    def __init__(self):
        self._instances.append(self)
    def get(self):
        return self.__private
print(P().get(), P._P__private, sorted(k for k in P.__dict__ if "P__" in k))
