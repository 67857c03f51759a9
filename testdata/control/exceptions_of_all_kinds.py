# exceptions of all kinds as in test suites
import sys


class AppError(Exception):
    """base"""
    code = 1

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class NotFound(AppError):
    code = 404

    def __init__(self, what, *, hint=None):
        super().__init__(f"{what} not found")
        self.what = what
        self.hint = hint


class Fatal(AppError):
    code = 500


def find(k):
    d = {"a": 1}
    try:
        return d[k]
    except KeyError as e:
        raise NotFound(k, hint="try a") from e


def nested(n):
    try:
        if n == 0:
            return "zero"
        if n == 1:
            raise Fatal("one", 1)
        find("b" * n)
    except NotFound as e:
        return e.what, e.hint, str(e), type(e.__cause__).__name__
    except (Fatal, ValueError) as e:
        return e.args, str(e), repr(e)
    else:
        return "nothing"
    finally:
        print("finally", n)


for i in range(3):
    print(nested(i))


def reraise():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            print("inner")
            raise
        finally:
            print("inner finally")
    except ArithmeticError as e:
        print("outer", e, e.__class__.__mro__[1].__name__)
        raise RuntimeError("wrapped") from None


try:
    reraise()
except RuntimeError as e:
    print(e, e.__cause__, e.__suppress_context__, type(e.__context__).__name__)

try:
    try:
        raise ValueError("a")
    except ValueError:
        raise TypeError("b")
except TypeError as e:
    print(repr(e.__context__), e.__cause__)


class Ctx:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print("exit", t and t.__name__, v)
        return self.swallow


with Ctx(True):
    raise KeyError("k")
try:
    with Ctx(False) as c:
        int("x")
except ValueError as e:
    print(e)


def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closed")
        raise
    finally:
        print("gen done")


g = gen()
next(g)
g.close()
for x in gen():
    if x == 1:
        break
print("after break")


def loop():
    for i in range(5):
        try:
            if i % 2:
                continue
            if i == 4:
                return i
        finally:
            print("f", i, end=" ")


print(loop())
try:
    [][0]
except LookupError as e:
    print(type(e).__name__, e)
try:
    {}["x"]
except (IndexError, KeyError) as e:
    print(repr(e))
try:
    None.foo
except AttributeError as e:
    print(e)
try:
    "a" + 1
except TypeError as e:
    print(e)
try:
    int("12x")
except ValueError as e:
    print(e)
try:
    assert 1 == 2, "math"
except AssertionError as e:
    print(e)
try:
    raise Exception("a", 2)
except Exception as e:
    print(e, e.args, sys.exc_info()[0] is Exception)
e = None
try:
    undefined_name
except NameError as err:
    print(err)
try:
    a, b = [1, 2, 3]
except ValueError as err:
    print(err)
try:
    raise NotFound
except TypeError as err:
    print(err)
raise Fatal("the end")
