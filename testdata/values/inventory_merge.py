"""Merging stock lists: sets, frozen sets, dicts made of keys, and raw bytes."""


def missing(have: dict[str, int], wanted: frozenset[str]) -> list[str]:
    wanted |= {"screws"}
    return sorted(wanted - have.keys())


def merged(codes, more):
    codes |= set(frozenset(more))
    return codes


def label(raw):
    return bytearray(b"it's ") + bytes(reversed(raw))


stock = dict.fromkeys(["nails", "glue"], 0)
stock["nails"] += 40
stock.update(glue=2, tape=7)
print(stock, dict.fromkeys("ab"), dict.fromkeys((1, 2), "new"))
print(missing(stock, frozenset(["nails", "paint"])), missing({}, frozenset()))
print(merged(frozenset(["a"]), ["b"]), merged({"c"}, []))
print(sorted(frozenset([64, 256]).union([25, 2**100])))
common = stock.keys() & {"nails", "tape", "rope"}
common.add("rope")
print(sorted(common), sorted(frozenset(stock.keys() - {"glue": 1}.keys())))
common &= frozenset(["rope", "glue"])
common |= {"wire"}
print(sorted(common), label(b"xyz"), label(bytearray(b"12")))
print(list(map(lambda p: p[0] * 1.5, [(n, "x") for n in range(3)])), sorted([3, 1, 2], key=lambda n: (str(n), n), reverse=len(stock) > 2))
count = True
print(count.real, count.numerator, (7).denominator, (5).__add__(3), range(1, 9, 2).step, (2.5).imag)
