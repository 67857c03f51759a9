import asyncio


class Temperature:
    def __init__(self, degrees):
        self.degrees = degrees

    def __str__(self):
        return f"{self.degrees}°"

    def __repr__(self):
        return f"Temperature({self.degrees!r})"

    def __format__(self, spec):
        if spec.endswith("F"):
            return format(self.degrees * 1.8 + 32, spec[:-1] or ".1f") + "°F"
        return format(str(self), spec)

    def __bytes__(self):
        return str(self.degrees).encode()

    def __int__(self):
        return int(self.degrees)

    def __float__(self):
        return float(self.degrees)

    def __complex__(self):
        return complex(self.degrees, 0)

    def __bool__(self):
        return self.degrees != 0


class OnlyRepr:
    def __repr__(self):
        return "<only>"


class Broken:
    def __str__(self):
        return 5

    def __len__(self):
        return -1

    def __bool__(self):
        return "yes"


class Sub(Temperature):
    pass


async def main():
    t = Temperature(21.5)
    await asyncio.sleep(0)
    print(t, repr(t), [t], (t,), {"t": t}, f"{t} {t!r} {t:>8} {t:F} {t:.3fF}", "%s %r" % (t, t), "{0} {0!r:>20}".format(t))
    print(bytes(t), int(t), float(t), complex(t), bool(t), bool(Temperature(0)), Sub(3), [Sub(3)])
    print(OnlyRepr(), str(OnlyRepr()), f"{OnlyRepr()}", [OnlyRepr()])
    for action in (lambda: str(Broken()), lambda: len(Broken()), lambda: bool(Broken()), lambda: f"{OnlyRepr():>5}", lambda: int(OnlyRepr()), lambda: bytes(OnlyRepr())):
        try:
            action()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(str(b"x"), str(1.0), str(True), str(None), str([1, "a"]), str(("a",)), str({}), repr("a'b"), ascii("ñ"))
    print(int("0x1f", 16), float("1e-3"), bool("False"), list("ab"), tuple([1]), set("a"), dict([(1, 2)]), complex("2j"))
    print(chr(97), ord("a"), hex(-255), bin(5), oct(8), bytes([65, 66]), bytearray(2), str(b"caf\xc3\xa9", "utf-8"))


asyncio.run(main())
