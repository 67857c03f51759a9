def line(n, char="-"):
    return char * n


def rectangle(w, h):
    top = "+" + line(w - 2) + "+"
    middle = "|" + " " * (w - 2) + "|"
    rows = [top] + [middle] * (h - 2) + [top]
    return "\n".join(rows)


def diamond(n):
    out = []
    for i in list(range(1, n + 1)) + list(range(n - 1, 0, -1)):
        out.append(" " * (n - i) + "*" * (2 * i - 1))
    return "\n".join(out)


def checker(n):
    return "\n".join("".join("#" if (r + c) % 2 else "." for c in range(n)) for r in range(n))


for shape, args in [(rectangle, (6, 3)), (diamond, (3,)), (checker, (4,))]:
    print(shape.__name__)
    print(shape(*args))
