import asyncio


def returns(kind):
    try:
        if kind == "return":
            return "from try"
        if kind == "raise":
            raise ValueError(kind)
        if kind == "type":
            len(5)
    except ValueError as e:
        return f"from except {e}"
    else:
        return "from else"
    finally:
        print("finally", kind, end="; ")


def overriding():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i, end=" ")
        finally:
            print("fin", i, end=" ")
    try:
        raise KeyError("lost")
    finally:
        return "swallowed"


def nested():
    out = []
    try:
        try:
            out.append("a")
            {}["x"]
        except IndexError:
            out.append("wrong")
        finally:
            out.append("b")
            try:
                1 / 0
            except ZeroDivisionError as inner:
                out.append(repr(inner.__context__))
    except KeyError as e:
        out.append(f"outer {e}")
        try:
            raise RuntimeError("in handler")
        except RuntimeError as again:
            out.append(repr(again.__context__))
    return out


async def reraise(level):
    try:
        await asyncio.sleep(0)
        if level == 0:
            raise OSError(2, "No such file")
        await reraise(level - 1)
    except OSError as error:
        error.add_note(f"level {level}")
        raise


def cause_chain():
    try:
        try:
            int("x")
        except ValueError as e:
            raise LookupError("lookup") from e
    except LookupError as e:
        first = repr(e.__cause__), e.__suppress_context__
    try:
        try:
            int("y")
        except ValueError:
            raise TypeError("hidden") from None
    except TypeError as e:
        second = e.__cause__, type(e.__context__).__name__, e.__suppress_context__
    return first, second


class Retry(Exception):
    def __init__(self, after=1, *args):
        super().__init__(*args)
        self.after = after


async def main():
    for kind in ["return", "raise", "else"]:
        print(returns(kind))
    try:
        returns("type")
    except TypeError as error:
        print("outside:", error)
    print(overriding())
    print(nested())
    try:
        await reraise(2)
    except OSError as error:
        print(error, error.errno, error.strerror, error.__notes__)
    print(cause_chain())
    for attempt in range(3):
        try:
            if attempt < 2:
                raise Retry(attempt * 10, "try", "again")
        except (Retry, ValueError) as r:
            print(r.after, r.args, str(r), repr(r))
        else:
            print("attempt", attempt, "fine")
    try:
        raise Retry
    except Exception as e:
        print(repr(e), str(e) == "", e.after)
    try:
        raise
    except RuntimeError as error:
        print(error)
    try:
        raise "text"
    except TypeError as error:
        print(error)
    try:
        assert 1 > 2, f"math {1 + 1}"
    except AssertionError as error:
        print("assert:", error)
    try:
        x = 1
    except* ValueError:
        pass
    while True:
        try:
            break
        finally:
            print("left the loop")


asyncio.run(main())
