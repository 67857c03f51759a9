"""Small numeric, set and generator facts that programs print by accident."""
import collections


def take(it, n):
    return tuple(next(it) for _ in range(n))


def chunks(xs, n):
    it = iter(xs)
    return [list(next(it) for _ in range(n)) for _ in range(2)]


print(take(iter("abcdef"), 3))
for n in (2, 9):
    try:
        print(take(iter([1, 2, 3]), n), sum(next(iter([x])) for x in (1, 2)))
    except RuntimeError as e:
        print("runtime", e, repr(e.__cause__))
try:
    print(chunks([1, 2, 3], 2))
except RuntimeError as e:
    print(e)
print(any(len(w) > 3 for w in ["a", "long"]))
print({42, 100, -2**63}, {65535, 127, 12, 2**64 - 1}, frozenset({(3, "abc"), (25, "lo"), (-10, "-7"), (-2**63, "b")}))
print({"x", "", *{"a b", "lo-lo-lo", "  pad  ", "-7", "naive"}}, {*[3, 1], *{9, 4, 2}, 7})
print(abs(3 + 4j), abs((0.1 - 0.2j) * 1e17), abs((0.1 - 0.2j) - (3 - 4j)), abs(1e200 + 1e200j), abs(1e-200 + 3e-200j))
d = {"a\n": 1}
print(f'{d.get("a\n")=} {"\x41b"=!s:>4}', rf'{"\n"=}')
b = bytearray(b"a")
for action in (lambda: b.__setitem__(5, 300), lambda: b.__setitem__(5, 30)):
    try:
        action()
    except (ValueError, IndexError) as e:
        print(e)
try:
    b[9] = 256
except (ValueError, IndexError) as e:
    print(e)
xs = [4]
for i in (0, 3):
    try:
        print(xs[i].is_integer(), len(xs).is_integer())
    except IndexError as e:
        print(e)
