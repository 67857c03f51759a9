def f(i: int) -> str:
    try:
        return str((None,)[2])
    except IndexError as e:
        return f"index {e}"


def g() -> str:
    t = (1, "a")
    try:
        t[5]
    except IndexError as e:
        return f"index {e}"
    return "none"


def h() -> str:
    x = [1]
    try:
        x[3]
    except IndexError as e:
        return f"index {e}"
    return "none"


def k() -> str:
    d = {"a": 1}
    try:
        d["zz"]
        int("5")
    except KeyError as e:
        return f"key {e}"
    return "none"


print(f(1), g(), h(), k())
