class AppError(Exception):
    code = 1

    def __init__(self, message, **info):
        super().__init__(message)
        self.info = info

    def __str__(self):
        base = super().__str__()
        return f"{base} [{self.code}]" + (f" {self.info}" if self.info else "")


class NotFound(AppError):
    code = 404


class Invalid(AppError, ValueError):
    code = 422


def find(key):
    try:
        return {"a": 1}[key]
    except KeyError as e:
        raise NotFound("no such key", key=key) from e


def convert(x):
    try:
        return int(x)
    except ValueError:
        raise Invalid("not a number")
    finally:
        print("tried", x)


for fn, arg in [(find, "a"), (find, "z"), (convert, "12"), (convert, "1x"), (convert, None)]:
    try:
        print(fn(arg))
    except AppError as e:
        print(type(e).__name__, e, e.args, repr(e), type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__)
    except TypeError as e:
        print("type:", e)
    else:
        print("fine")


def nested():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            raise KeyError("second")
    except KeyError as e:
        chain = []
        while e is not None:
            chain.append(repr(e))
            e = e.__context__
        return " <- ".join(chain)


print(nested())


def order():
    log = []
    for i in range(3):
        try:
            log.append(f"try{i}")
            if i == 1:
                continue
            if i == 2:
                break
        except Exception:
            log.append("never")
        else:
            log.append("else")
        finally:
            log.append("fin")
    return log


print(order())


def f():
    try:
        return "try"
    finally:
        print("cleanup")


def g():
    try:
        raise OSError(2, "No such file", "x.txt")
    except OSError as e:
        return e.errno, e.strerror, e.filename, str(e)


print(f(), g())
try:
    raise NotFound
except TypeError as e:
    print(e)
try:
    raise Invalid("v") from None
except ValueError as e:
    print(isinstance(e, AppError), e.__cause__, e.__suppress_context__, issubclass(Invalid, ValueError))
try:
    assert 1 == 2, "math is broken"
except AssertionError as e:
    print(repr(e))
e = Exception("a", 1)
e.add_note("a note")
print(e, repr(e), e.args, e.__notes__)
try:
    try:
        raise e
    except Exception as x:
        raise
except Exception as y:
    print(y is e)
try:
    raise ExceptionGroup("many", [ValueError(1), TypeError("t"), ExceptionGroup("in", [ValueError(2)])])
except* ValueError as eg:
    print("values", eg.exceptions)
except* TypeError as eg:
    print("types", eg.exceptions)
x = 5
try:
    raise RuntimeError("gone")
except RuntimeError as x:
    pass
try:
    print(x)
except NameError as err:
    print(err)
find("final")
