from collections import Counter


def describe(value):
    return f"{type(value).__name__}:{value!r}"


pairs = [(7, 2), (7.0, 2), (7, 2.0), (True, 2), (7 + 1j, 2)]
for a, b in pairs:
    print(describe(a + b), describe(a * b), describe(a / b), describe(a ** b), describe(a - b))
print(describe(7 // 2.0), describe(-7 // 2), describe(7 % 2.5), describe(True // True), describe(round(2.0)))
print({1: "a", 1.0: "b", True: "c"}, len({0, 0.0, False, 0j}), hash(1) == hash(1.0) == hash(True))
print(1 < 1.5 < 2, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > 1e308)
z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), z * z, z / (1 - 1j), -z, complex("1+2j"), complex(2, -0.5))
print(z == 3 + 4j, 2j ** 2, 1j * 1j, (2 + 0j) == 2, repr(-0j), complex(0.0, float("inf")))
print(sum([1, 2.5, True]), sum([[1], [2]], []), sum([]), max([1, 1.0]), sorted([3, 2.5, True, -1]))
print(Counter([1, 1.0, True, 2]), [1, 2, 3].index(2.0), 1.0 in [1, 2])
print(int("7") + float("0.5"), str(7) + str(0.5), 7 * "ab", [1] * True)
for bad in ["1 + 'a'", "'a' + 1", "[] + ()", "{} < {}", "1 < 'a'", "-'a'", "z < 1", "len(5)", "None + 1", "int([])", "'a' * 1.5"]:
    try:
        {
            "1 + 'a'": lambda: 1 + "a",
            "'a' + 1": lambda: "a" + 1,
            "[] + ()": lambda: [] + (),
            "{} < {}": lambda: {} < {},
            "1 < 'a'": lambda: 1 < "a",
            "-'a'": lambda: -"a",
            "z < 1": lambda: z < 1,
            "len(5)": lambda: len(5),
            "None + 1": lambda: None + 1,
            "int([])": lambda: int([]),
            "'a' * 1.5": lambda: "a" * 1.5,
        }[bad]()
    except TypeError as error:
        print(f"{bad:>10}: {error}")
