"""Looking for attributes that are not there while an exception is handled."""


class RemoteError(Exception):
    def __init__(self, code: int, why: str = "?") -> None:
        super().__init__(f"{why}={code}")
        self.code = code


class Timeout(RemoteError):
    retry = True


def call(n: int) -> int:
    if n == 0:
        raise Timeout(n)
    try:
        return call(n - 1) + 10 // (n - 2)
    except Timeout:
        return n
    finally:
        print("leave", n)


for n in range(5):
    try:
        print("result", call(n))
    except RemoteError as e:
        print(e, getattr(e, "code", None), getattr(e, "retry", False), hasattr(e, "missing"), e.args)
    except Exception as e:
        e.add_note(f"call {n}")
        print(type(e).__name__, e, getattr(e, "code", "no code"), hasattr(e, "retry"), getattr(e, "__notes__", []), type(e.__context__).__name__)
