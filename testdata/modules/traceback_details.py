import asyncio
import sys
import traceback


class AppError(Exception):
    """Application error."""


async def level3(n: int) -> None:
    await asyncio.sleep(0)
    raise AppError(f"n is {n}")


async def level2(n: int) -> None:
    try:
        await level3(n)
    except AppError as error:
        raise RuntimeError("level2 failed") from error


def last_line() -> str:
    return traceback.format_exc().strip().splitlines()[-1]


async def main() -> None:
    try:
        await level2(5)
    except RuntimeError as error:
        print(last_line())
        print(traceback.format_exception_only(error))
        print(traceback.format_exception_only(type(error.__cause__), error.__cause__))
        kind, value, tb = sys.exc_info()
        print(kind.__name__, value is error, tb is not None, error.__traceback__ is not None)
        text = "".join(traceback.format_exception(error))
        print("direct cause" in text, text.count("AppError: n is 5"), text.startswith("Traceback (most recent call last):"))
    print(sys.exc_info())
    try:
        error = AppError("noted")
        error.add_note("first note")
        error.add_note("second note")
        raise error
    except AppError as caught:
        print("".join(traceback.format_exception_only(caught)), end="")
    for exc in (KeyError("k"), AppError(), ValueError(1, "two"), SystemExit(3), AssertionError(), OSError(2, "No such file", "x.txt"), UnicodeError("u"), StopIteration(7)):
        print(traceback.format_exception_only(exc)[-1], end="")
    raise AppError("at the very end")


asyncio.run(main())
