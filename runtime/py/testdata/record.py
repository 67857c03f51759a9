"""Record what CPython 3.13 does with builtin values, as tables for values_test.go.

    PYENV_VERSION=3.13.0 PYTHONHASHSEED=0 python3 record.py

Each line of a table is a JSON list [operation, argument..., result]; values are tagged (see enc). A seed fixes the random
cases, so that a second run writes the same files. The tests themselves need no Python.
"""
import gzip
import json
import math
import random
import sys
from decimal import Decimal, getcontext

assert sys.version_info[:2] == (3, 13) and hash("a") == hash("a")
getcontext().prec = 60
RND = random.Random(20261122)


def enc(v):
    if v is None or v is True or v is False:
        return v
    if v is NotImplemented:
        return {"N": 1}
    t = type(v)
    if t is int:
        return {"i": str(v)}
    if t is float:
        return {"f": repr(v)}
    if t is complex:
        return {"c": [repr(v.real), repr(v.imag)]}
    if t is str:
        try:
            v.encode()
            return v
        except UnicodeEncodeError:
            return {"w": v.encode("utf-8", "surrogatepass").hex()}
    if t is bytes:
        return {"b": v.hex()}
    if t is bytearray:
        return {"ba": v.hex()}
    if t is list:
        return {"l": [enc(x) for x in v]}
    if t is tuple:
        return {"t": [enc(x) for x in v]}
    if t is dict:
        return {"d": [[enc(k), enc(x)] for k, x in v.items()]}
    if t is set:
        return {"S": [enc(x) for x in v]}
    if t is frozenset:
        return {"F": [enc(x) for x in v]}
    if t is slice:
        return {"sl": [enc(v.start), enc(v.stop), enc(v.step)]}
    if t is range:
        return {"r": [v.start, v.stop, v.step]}
    raise TypeError(t)


def run(f):
    try:
        return enc(f())
    except Exception as e:
        s = str(e)
        n = type(e).__name__
        return {"e": n + ": " + s if s else n}


class Table:
    def __init__(self, name):
        self.name, self.rows, self.seen = name, [], set()

    def add(self, op, args, f):
        r = [op] + [enc(a) for a in args]
        r.append(run(f))
        key = json.dumps(r)
        if key not in self.seen:
            self.seen.add(key)
            self.rows.append(r)

    def write(self):
        text = "".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in self.rows)
        with open(self.name + ".jsonl.gz", "wb") as f:
            f.write(gzip.compress(text.encode(), mtime=0))
        print(self.name, len(self.rows))


def rand_float():
    k = RND.randrange(8)
    if k == 0:
        return RND.choice([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 1e16, 1e15, 123456789.0, 9999999.5, 1e-5, 1e-4, 5e-324, 1.7976931348623157e308, math.inf, -math.inf, math.nan, 0.1, 2.675, 1e22, 1e23, 999999.5, 99999.95])
    if k == 1:
        return RND.uniform(-1, 1)
    if k == 2:
        return RND.uniform(-1e6, 1e6)
    if k == 3:
        return float(RND.randrange(-10**6, 10**6))
    if k == 4:
        return RND.randrange(-10**5, 10**5) / RND.choice([2, 4, 8, 10, 100, 1000])
    if k == 5:
        return RND.uniform(1, 10) * 10.0 ** RND.randrange(-300, 300)
    if k == 6:
        return round(RND.uniform(-1000, 1000), RND.randrange(5))
    return RND.uniform(1, 10) * 10.0 ** RND.randrange(-6, 20)


def rand_int():
    k = RND.randrange(6)
    if k == 0:
        return RND.choice([0, 1, -1, 2, 7, 10, 255, 256, 2**31, 2**63 - 1, -2**63, 2**63, 2**64, -2**64, 2**61 - 1, -(2**61 - 1), 10**18, 10**19, 10**30])
    if k == 1:
        return RND.randrange(-10, 11)
    if k == 2:
        return RND.randrange(-2**70, 2**70)
    if k == 3:
        return RND.randrange(-2**62, 2**62)
    return RND.randrange(-10**6, 10**6)


WORDS = ["spam", "egg", "Ham", "BACON", "héllo", "naïve", "straße", "ΑΣ", "ΣΑΣ", "日本語", "😀ok", "ǆ", "ŉ", "ﬁ", "İstanbul", "x", "", "a b", "  pad  ", "tab\tq", "line\nbreak", "Ünï cödé", "l'été", "o'neil", "hello world", "HELLO World", "123", "٣٤", "²", "½", "Ⅷ", "\u2028", "a\u00a0b", "_id", "9x", "x-y", "\x1c", "été\x85z", "don't stop", "aaa", "abcabc", "a,b,,c", ",", "=-="]


def rand_str():
    if RND.random() < 0.5:
        return RND.choice(WORDS)
    return "".join(RND.choice("abcABC 123\t\n,.-'\"\\éßñ日😀ΣςİI_\x00\x7f\x85") for _ in range(RND.randrange(9)))


def rand_spec(types):
    s = ""
    if RND.random() < 0.4:
        if RND.random() < 0.5:
            s += RND.choice("*x0 é=")
        s += RND.choice("<>^=")
    if RND.random() < 0.3:
        s += RND.choice("+- ")
    if RND.random() < 0.08:
        s += "z"
    if RND.random() < 0.2:
        s += "#"
    if RND.random() < 0.25:
        s += "0"
    if RND.random() < 0.5:
        s += str(RND.choice([1, 3, 5, 8, 10, 12, 20, 25]))
    if RND.random() < 0.25:
        s += RND.choice(",_")
    if RND.random() < 0.4:
        s += "." + str(RND.choice([0, 1, 2, 3, 5, 6, 10, 17, 20]))
    if RND.random() < 0.03:
        s += RND.choice([".", ",", "q", "zz", "99999999999999999999"])
    if RND.random() < 0.85:
        s += RND.choice(types)
    return s


def formats():
    t = Table("format")
    for _ in range(2500):
        x, s = rand_float(), rand_spec("eEfFgGn%" * 4 + "dsxc")
        t.add("format", (x, s), lambda: format(x, s))
    for _ in range(1500):
        x, s = rand_int(), rand_spec("bcdoxXn" * 4 + "eEfFgG%s")
        t.add("format", (x, s), lambda: format(x, s))
    for _ in range(500):
        x, s = rand_str(), rand_spec("s" * 6 + "dq")
        t.add("format", (x, s), lambda: format(x, s))
    for _ in range(500):
        x, s = complex(rand_float(), rand_float()), rand_spec("eEfFgGn" * 3 + "d%")
        t.add("format", (x, s), lambda: format(x, s))
    for _ in range(100):
        x, s = RND.choice([True, False, None, [1], (1,), b"x"]), RND.choice(["", "d", "5", ">8", "s", "x", ".2f", "05"])
        t.add("format", (x, s), lambda: format(x, s))
    for _ in range(400):
        x = rand_float()
        t.add("repr", (x,), lambda: repr(x))
    for _ in range(400):
        x, n = rand_float(), RND.randrange(-6, 20)
        t.add("round2", (x, n), lambda: round(x, n))
        t.add("round1", (x,), lambda: round(x))
        i = rand_int()
        t.add("round2", (i, n), lambda: round(i, n))
    for _ in range(150):
        x = rand_float()
        t.add("float.hex", (x,), lambda: x.hex())
        t.add("float.ratio", (x,), lambda: x.as_integer_ratio())
        t.add("float.is_integer", (x,), lambda: x.is_integer())
    t.write()


def percents():
    t = Table("percent")
    values = lambda: RND.choice([rand_int, rand_float, rand_str, lambda: RND.choice([None, True, (1, 2), [1], b"q", 1j, {"a": 1}])])()
    for _ in range(2000):
        flags = "".join(RND.choice("-+ #0") for _ in range(RND.choice([0, 0, 1, 1, 2])))
        width = RND.choice(["", "", "5", "12", "*"])
        prec = RND.choice(["", "", ".0", ".2", ".8", "."])
        conv = RND.choice("sradiuoxXeEfFgGc%") if RND.random() < 0.97 else RND.choice("qbyé")
        f = RND.choice(["", "a", "%%"]) + "%" + flags + width + prec + conv + RND.choice(["", "!"])
        args = ()
        if width == "*":
            args += (RND.choice([6, -6, 0]),)
        if conv != "%":
            args += (values(),)
        t.add("%", (f, args), lambda: f % args)
    for f, a in [("%s", ()), ("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", {"a": 1}), ("%(a)s", 5), ("%(a", {"a": 1}), ("%", ()), ("%5", (1,)), ("%s", "x"), ("abc", [1]), ("abc", 1), ("abc", {}), ("%(a)d %(b)5.2f", {"a": 3, "b": 2.5}), ("%(x)s", {}), ("%*d", ("a", 1)), ("%.*f", (2, 3.14159)), ("%s %%", 5), ("%((a))s", {"(a)": 1}), ("%ld", 5), ("%s", [1, 2]), ("%s", {"a": 1}), ("%d", "3"), ("%d", 3.99), ("%x", 3.5), ("%c", 65), ("%c", "ab"), ("%c", -1), ("%5c|", "é"), ("%r", "é'"), ("%a", "é"), ("%.3s|", "abcdef"), ("%i", True), ("%f", "x"), ("%z", 1), ("%é", 1)]:
        t.add("%", (f, a), lambda: f % a)
    for f, a in [(b"%s", b"x"), (b"%s", "x"), (b"%d", 5), (b"%b|%a|%r", (b"1", "é", "é")), (b"%c", 65), (b"%c", b"z"), (b"%c", 256), (b"%c", "a"), (b"%(k)s", {b"k": b"v"}), (b"%5.1f", 2.25), (b"%x", 255), (b"%s", (1,)), (b"%s", ()), (b"", 1), (b"%q", 1), (b"%s", bytearray(b"ba"))]:
        t.add("%", (f, a), lambda: f % a)
    # str.format
    for s, a, k in [("{} {}", (1, 2), {}), ("{0} {1} {0}", (1, 2), {}), ("{a}", (), {"a": 5}), ("{0[0]} {0[1]}", ([1, 2],), {}), ("{0[k]}", ({"k": 3},), {}), ("{:>{w}}", ("x",), {"w": 5}), ("{!r} {!s} {!a}", ("é", "é", "é"), {}), ("{:{}}", (5, "05d"), {}), ("{{}}", (), {}), ("{", (), {}), ("}", (), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{2}", (1,), {}), ("{x}", (), {}), ("{!x}", (1,), {}), ("{0.real}", (3,), {}), ("{0.nope}", (3,), {}), ("{a[b]}", (), {"a": {"b": 1}}), ("{:d}", ("x",), {}), ("{!r:>8}", ("q",), {}), ("{0!r", (1,), {}), ("{0:{1}{2}}", (5, ">", 4), {}), ("a{}b{}c", (1, "z"), {}), ("{:,}", (1234567,), {}), ("{:.2%}", (0.1234,), {}), ("{:=+8d}", (42,), {}), ("{0[}", ([1],), {}), ("{0[0]x}", ([1],), {}), ("{0.}", (1,), {}), ("{0[]}", ([1],), {}), ("{!", (1,), {}), ("{!rs}", (1,), {}), ("{a.b}", (), {"a": 1}), ("{0:{{}}}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{ a }", (), {"a": 1}), ("{0x}", (1,), {}), ("}{", (), {}), ("x{", (), {}), ("{:", (1,), {}), ("{a{b}}", (), {})]:
        t.add("str.format", (s, a, k), lambda: s.format(*a, **k))
    t.write()


def strings():
    t = Table("str")
    plain = "capitalize casefold lower upper title swapcase isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper strip lstrip rstrip split rsplit splitlines expandtabs".split()
    pool = WORDS + [rand_str() for _ in range(120)]
    for s in pool:
        for m in plain:
            t.add("." + m, (s,), lambda: getattr(s, m)())
        t.add("repr", (s,), lambda: repr(s))
        t.add("ascii", (s,), lambda: ascii(s))
        t.add("hash", (s,), lambda: hash(s))
        t.add("len", (s,), lambda: len(s))
        t.add(".splitlines", (s, True), lambda: s.splitlines(True))
    for _ in range(1500):
        s = rand_str() + rand_str()
        sub = RND.choice([lambda: rand_str(), lambda: RND.choice(["a", "b", "", "é", " ", "ab", ","]), lambda: s[RND.randrange(len(s) + 1):][:RND.randrange(1, 3)]])()
        m = RND.choice("find rfind index rindex count startswith endswith".split())
        bounds = tuple(RND.choice([None, RND.randrange(-10, 12)]) for _ in range(RND.randrange(3)))
        t.add("." + m, (s, sub) + bounds, lambda: getattr(s, m)(sub, *bounds))
        m2 = RND.choice("split rsplit".split())
        n = RND.randrange(-1, 4)
        sep = RND.choice([None, sub, " ", ","])
        t.add("." + m2, (s, sep, n), lambda: getattr(s, m2)(sep, n))
        m3 = RND.choice("partition rpartition removeprefix removesuffix strip lstrip rstrip join".split())
        t.add("." + m3, (s, sub), lambda: getattr(s, m3)(sub))
        new, cnt = rand_str(), RND.randrange(-1, 4)
        t.add(".replace", (s, sub, new, cnt), lambda: s.replace(sub, new, cnt))
        m4, w, fill = RND.choice("center ljust rjust".split()), RND.randrange(20), RND.choice(" *é")
        t.add("." + m4, (s, w, fill), lambda: getattr(s, m4)(w, fill))
        t.add(".zfill", (s, w), lambda: s.zfill(w))
        t.add(".expandtabs", (s, w), lambda: s.expandtabs(w))
        i = RND.randrange(-12, 12)
        t.add("getitem", (s, i), lambda: s[i])
        sl = slice(*[RND.choice([None, RND.randrange(-12, 12)]) for _ in range(2)], RND.choice([None, None, 1, 2, -1, -2, 3]))
        t.add("getitem", (s, sl), lambda: s[sl])
    for s, m, a in [("abc", "find", (5,)), ("abc", "startswith", (5,)), ("abc", "startswith", (("a", 5),)), ("abc", "startswith", (("x", "ab"),)), ("abc", "endswith", (("x", "bc"), 1)), ("abc", "split", (5,)), ("abc", "split", ("",)), ("abc", "join", (5,)), (",", "join", ([1, 2],)), (",", "join", (["a", None],)), (",", "join", (["a", "b"],)), (",", "join", (("x", "y"),)), (",", "join", ({"k": 1},)), ("abc", "replace", (1, 2)), ("abc", "strip", (5,)), ("abc", "strip", (None,)), ("abc", "center", (10, "ab")), ("abc", "center", ("x",)), ("abc", "zfill", ("x",)), ("abc", "nope", ()), ("abc", "upper", (1,)), ("abc", "index", ("z",)), ("abc", "partition", ("",)), ("abc", "partition", (1,)), ("abc", "encode", ("nope",)), ("abc", "encode", ("utf-8", "nope")), ("é", "encode", ("ascii", "nope")), ("é", "encode", ("ascii",)), ("aéb", "encode", ("ascii", "replace")), ("aéb", "encode", ("ascii", "ignore")), ("a€b", "encode", ("latin-1", "backslashreplace")), ("a€b", "encode", ("latin-1", "xmlcharrefreplace")), ("a€b😀", "encode", ("latin-1",)), ("é😀", "encode", ("utf-16",)), ("é😀", "encode", ("utf-16-be",)), ("é😀", "encode", ("UTF-32",)), ("é😀", "encode", ("utf-8-sig",)), ("\udc80", "encode", ("utf-8",)), ("\udc80", "encode", ("utf-8", "surrogateescape")), ("\ud800", "encode", ("utf-8", "surrogatepass")), ("\ud800x", "encode", ("utf-8", "replace")), ("€", "encode", ("cp1252",)), ("abc", "translate", ({97: "X", 98: None, 99: 100},)), ("abc", "translate", ({97: 1.5},)), ("abc", "ljust", (5,)), ("abc", "removeprefix", (1,)), ("a-b-c", "rsplit", ("-", 1)), ("abc", "count", ("",)), ("abc", "find", ("", 3)), ("abc", "find", ("", 4)), ("abc", "count", ("", 4)), ("abc", "split", (None, -1)), ("x", "format_map", ({},)), ("{a}", "format_map", ({"a": 1},)), ("{}", "format_map", ({"a": 1},))]:
        t.add("." + m, (s,) + a, lambda: getattr(s, m)(*a))
    t.add("maketrans", ("abc", "xyz", "q"), lambda: str.maketrans("abc", "xyz", "q"))
    t.add("maketrans", ({"a": 1, 98: "q"},), lambda: str.maketrans({"a": 1, 98: "q"}))
    t.add("maketrans", ("ab", "x"), lambda: str.maketrans("ab", "x"))
    for s in ["abc", 5, "ab", "", "é", b"x", b"ab"]:
        t.add("ord", (s,), lambda: ord(s))
    for i in [65, 0x10ffff, 0x110000, -1, 8364, 0xd800]:
        t.add("chr", (i,), lambda: chr(i))
    t.write()


def well_rounded(a, b):
    """Whether the C library's pow rounds a**b correctly, as it nearly always does; libm always does."""
    if a <= 0 or type(a) is int and type(b) is int and b >= 0:
        return True
    try:
        return float(Decimal(a) ** Decimal(b)) == a**b
    except ArithmeticError:
        return True


def numbers():
    t = Table("number")
    texts = ["1", " 12 ", "+5", "-7", "1_000", "1__0", "_1", "1_", "0x10", "0b11", "0o17", "010", "00", "", " ", "-", "+-1", "1.5", "abc", "٣", "1e3", "inf", "-inf", "nan", "Infinity", "infinit", ".5", "5.", ".", "1e", "1_0.5_0", "1._5", "1e400", "-1e400", "1e-400", "0x1p3", "1 2", "9" * 25, "\u00a01\u2003", "1\x00", "１２", "1e5_0", "nanx", "+nan", "12abc", "z", "Zz", "1,000", "1L", "0x", "0b2", "0_1", "0", "-0", "1j", "1+2j", " 1-2j ", "(1+2j)", "(1+2j", "1+j", "j", "-j", "+j", "1e5j", "1e+5-2e-3j", "1 + 2j", "infj", "nan+infj", "1+2", "1j+2", "--1j", "()", "1_0j", "1__0j"]
    for s in texts:
        t.add("int", (s,), lambda: int(s))
        t.add("float", (s,), lambda: float(s))
        t.add("complex", (s,), lambda: complex(s))
        for b in (0, 2, 8, 16, 36, 37, 1):
            t.add("int", (s, b), lambda: int(s, b))
        bs = s.encode()
        t.add("int", (bs,), lambda: int(bs))
        t.add("float", (bs,), lambda: float(bs))
    for v in [None, [], 1j, b"", b"12", (1,), True, 2.9, -2.9, 1e30, math.inf, math.nan, 10**30]:
        t.add("int", (v,), lambda: int(v))
        t.add("float", (v,), lambda: float(v))
        t.add("complex", (v,), lambda: complex(v))
    ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b, "divmod": divmod, "**": lambda a, b: a**b, "<": lambda a, b: a < b, "==": lambda a, b: a == b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b}
    for _ in range(1500):
        a, b = RND.choice([rand_int, rand_int, rand_float, lambda: RND.choice([True, False])])(), RND.choice([rand_int, rand_float])()
        o = RND.choice([k for k in ops if k != "**"])
        t.add("op" + o, (a, b), lambda: ops[o](a, b))
    for _ in range(400):
        a = RND.choice([lambda: RND.randrange(-20, 20), lambda: rand_int(), lambda: round(RND.uniform(-9, 9), 2), rand_float])()
        b = RND.choice([lambda: RND.randrange(-6, 30), lambda: RND.choice([0.5, -0.5, 2.0, 3.5, 0.0, -1.0])])()
        if well_rounded(a, b):
            t.add("op**", (a, b), lambda: a**b)
    for _ in range(300):
        a, n = rand_int(), RND.randrange(-2, 80)
        t.add("op<<", (a, n), lambda: a << n)
        t.add("op>>", (a, n), lambda: a >> n)
        b, m = rand_int(), rand_int() % 10**6 - 500000
        t.add("pow3", (a, abs(b) % 1000 - 5, m), lambda: pow(a, abs(b) % 1000 - 5, m))
        l, order, sg = RND.randrange(0, 12), RND.choice(["big", "little", "x"]), RND.choice([True, False])
        t.add("to_bytes", (a, l, order, sg), lambda: a.to_bytes(l, order, signed=sg))
        data = RND.randbytes(RND.randrange(12))
        t.add("from_bytes", (data, "big", sg), lambda: int.from_bytes(data, "big", signed=sg))
        t.add("from_bytes", (data, "little", sg), lambda: int.from_bytes(data, "little", signed=sg))
        t.add("bit_length", (a,), lambda: a.bit_length())
        t.add("bit_count", (a,), lambda: a.bit_count())
    for _ in range(200):
        a, b = complex(RND.randrange(-5, 5), RND.randrange(-5, 5) / 2), complex(RND.randrange(-5, 5), RND.randrange(-5, 5) / 4)
        for o in "+-*/":
            t.add("op" + o, (a, b), lambda: ops[o](a, b))
        n = RND.randrange(-4, 5)
        t.add("op**", (a, n), lambda: a**n)
    for s in ["0x1.8p3", "1.8p3", "0x1", "-0x1p-1074", "0x1p-1080", "0x1p5000", "inf", "-Inf", "nan", "zz", "", "0x", "0x1.fffffffffffffp1023", "  0x.8p1  ", "0x1.00000000000008p0", "0x1p"]:
        t.add("fromhex", (s,), lambda: float.fromhex(s))
    for x in [rand_int() for _ in range(60)] + [rand_float() for _ in range(120)] + [1j, 1 + 2j, -1j, complex(0.0, -0.0), complex(-0.0, 1.5), complex(math.nan, math.inf)]:
        t.add("repr", (x,), lambda: repr(x))
        if x == x:
            t.add("hash", (x,), lambda: hash(x))
        if isinstance(x, int):
            t.add("hex", (x,), lambda: hex(x))
            t.add("oct", (x,), lambda: oct(x))
            t.add("bin", (x,), lambda: bin(x))
    t.write()


def rand_key():
    return RND.choice([lambda: RND.randrange(-5, 60), lambda: RND.randrange(-2**40, 2**40), lambda: RND.choice(WORDS), lambda: rand_str(), lambda: RND.choice([None, True, 1.0, 2.5, (1, "a"), b"k", (1, (2, 3)), frozenset([1, 2])])])()


def sets():
    t = Table("set")
    for _ in range(150):
        log, s = [], set()
        kind = RND.choice([lambda: RND.randrange(100), rand_key, lambda: RND.choice(WORDS) + str(RND.randrange(20)), lambda: RND.randrange(-2**62, 2**62)])
        for _ in range(RND.randrange(5, 120)):
            k = kind()
            if RND.random() < 0.7:
                s.add(k)
                log.append(("add", k))
            elif s and RND.random() < 0.5:
                log.append(("pop", None))
                s.pop()
            else:
                s.discard(k)
                log.append(("discard", k))
        t.add("set.log", (log,), lambda: list(s))
    for _ in range(400):
        kind = RND.choice([lambda: RND.randrange(40), rand_key, lambda: RND.choice(WORDS) + str(RND.randrange(9))])
        a, b = [kind() for _ in range(RND.randrange(40))], [kind() for _ in range(RND.choice([3, 20, 60]))]
        op = RND.choice("| & - ^ |= &= -= ^= union intersection difference symmetric_difference issubset isdisjoint update difference_update copy fromdict diffdict xorlist literal frozen".split())

        def f():
            x, y = set(a), set(b)
            if op == "|": return list(x | y)
            if op == "&": return list(x & y)
            if op == "-": return list(x - y)
            if op == "^": return list(x ^ y)
            if op == "|=": x |= y
            elif op == "&=": x &= y
            elif op == "-=": x -= y
            elif op == "^=": x ^= y
            elif op in ("union", "intersection", "difference"): return list(getattr(x, op)(b))
            elif op == "symmetric_difference": return list(x.symmetric_difference(b))
            elif op in ("issubset", "isdisjoint"): return getattr(x, op)(b)
            elif op in ("update", "difference_update"): getattr(x, op)(b)
            elif op == "copy": x = (x | y).copy()
            elif op == "fromdict": return list(set(dict.fromkeys(b)))
            elif op == "diffdict": return list(x.difference(dict.fromkeys(b)))
            elif op == "xorlist": x.symmetric_difference_update(b)
            elif op == "literal":
                z = set()
                z |= frozenset(tuple(b))
                return list(z)
            elif op == "frozen": return list(frozenset(a) | y)
            return list(x)
        t.add("set.op", (a, b, op), f)
    for _ in range(250):
        k = rand_key()
        t.add("hash", (k,), lambda: hash(k))
        l = tuple(rand_key() for _ in range(RND.randrange(5)))
        t.add("hash", (l,), lambda: hash(l))
        fs = frozenset(l)
        t.add("hash", (fs,), lambda: hash(fs))
    for v in [[], {}, set(), bytearray(), ([],), slice(1, 2), slice(None), range(5), range(0), range(3, 4), range(0, 10, 3), None, True, ()]:
        t.add("hash", (v,), lambda: hash(v))
    t.write()


def containers():
    t = Table("container")
    elem = lambda: RND.choice([lambda: RND.randrange(5), rand_str, rand_float, lambda: None, lambda: True, lambda: [1, "x"], lambda: (1,), lambda: {"k": (1, 2)}, lambda: b"q\xff'", lambda: {1, 2}, lambda: 1j, lambda: bytearray(b"z"), lambda: frozenset(), lambda: range(3), lambda: ()])()
    for _ in range(250):
        v = [elem() for _ in range(RND.randrange(5))]
        for w in (v, tuple(v), {i: x for i, x in enumerate(v)}):
            t.add("repr", (w,), lambda: repr(w))
    for _ in range(600):
        v = [RND.randrange(9) for _ in range(RND.randrange(9))]
        sl = slice(*[RND.choice([None, RND.randrange(-10, 10)]) for _ in range(2)], RND.choice([None, None, 1, 2, -1, -2, 3, 0]))
        n = [RND.randrange(100, 110) for _ in range(RND.randrange(5))]
        t.add("getitem", (v, sl), lambda: v[sl])
        t.add("getitem", (tuple(v), sl), lambda: tuple(v)[sl])
        t.add("getitem", (bytes(v), sl), lambda: bytes(v)[sl])
        t.add("getitem", (range(3, 40, 4), sl), lambda: range(3, 40, 4)[sl])

        def set_():
            w = list(v)
            w[sl] = n
            return w

        def del_():
            w = list(v)
            del w[sl]
            return w

        def seta():
            w = bytearray(v)
            w[sl] = bytes(n)
            return w
        t.add("setitem", (v, sl, n), set_)
        t.add("delitem", (v, sl), del_)
        t.add("setitem", (bytearray(v), sl, bytes(n)), seta)
    for v in ([1, 2, 3], (1, 2, 3), "abc", b"abc", bytearray(b"abc"), range(3), {1: 2}, 5, None, {1}):
        for k in (0, -1, 3, "x", None, 1.0, True, 2**70, slice("a", None)):
            t.add("getitem", (v, k), lambda: v[k])

            def setx():
                w = v.copy() if isinstance(v, (list, dict, set)) else (bytearray(v) if isinstance(v, bytearray) else v)
                w[k] = 7
                return w
            if k != 2**70 or isinstance(v, (list, bytearray, dict)):  # CPython names the index before the missing assignment
                t.add("setitem", (v, k, 7), setx)
    for v, m, a in [([1, 2, 3, 2], "index", (2,)), ([1], "index", (5,)), ([1, 2, 3, 2], "index", (2, 2)), ([1, 2], "index", (2, 0, 1)), ([], "pop", ()), ([1], "pop", (5,)), ([1, 2], "pop", (0,)), ([1], "remove", (5,)), ([1, 2, 1.0, True], "count", (1,)), ([1], "insert", (-5, 0)), ([3, 1, 2], "sort", ()), ([3, "a"], "sort", ()), (["b", 1, None], "sort", ()), ([1, 2], "extend", (5,)), ([1, 2], "extend", ("ab",)), ([1, 2], "nope", ()), ((1, 2), "index", (5,)), ((1, 2, 1), "count", (1,)), ({"a": 1}, "pop", ("b",)), ({"a": 1}, "pop", ("b", None)), ({"a": 1}, "get", ("b",)), ({"a": 1}, "get", ("a",)), ({}, "popitem", ()), ({"a": 1}, "popitem", ()), ({"a": 1}, "setdefault", ("b",)), ({"a": 1}, "update", ([1],)), ({"a": 1}, "update", ([(1, 2, 3)],)), ({"a": 1}, "update", ([[1, 2], "xy"],)), ({"a": 1}, "update", (5,)), ({1: 2}, "keys", (1,)), ({1: 2}, "get", ([],)), (set(), "pop", ()), ({1}, "remove", (2,)), ({1}, "add", ([],)), (b"abc", "find", (98,)), (b"abc", "find", ("b",)), (b"a,b", "split", (b",",)), (b"a b  c", "split", ()), (b"abc", "hex", ("-",)), (b"abcdef", "hex", (":", 4)), (b"abcdef", "hex", (":", -4)), (b"abc", "replace", (b"", b"-")), (b"abc", "startswith", ((b"x", b"a"),)), (b"abc", "startswith", ("a",)), (b"-", "join", ([b"a", b"b"],)), (b"-", "join", (["a"],)), (b"\xff", "decode", ()), (b"\xe2\x82", "decode", ()), (b"a\xffb", "decode", ("utf-8", "replace")), (b"a\xffb", "decode", ("ascii", "ignore")), (b"a\xffb", "decode", ("utf-8", "backslashreplace")), (b"a\xffb", "decode", ("utf-8", "surrogateescape")), (b"\xff\xfea\x00", "decode", ("utf-16",)), (b"\x00\xd8", "decode", ("utf-16-le",)), (b"a", "decode", ("utf-16",)), (b"\xed\xa0\x80", "decode", ()), (b"\xf0\x90\x28\xbc", "decode", ("utf-8", "replace")), (b"\xc0\x80", "decode", ("utf-8", "replace")), (b"a\x80", "decode", ("cp1252",)), (b"\x81", "decode", ("cp1252",)), (b"x", "decode", ("nope",)), (b"Hello World", "swapcase", ()), (b"hello wOrld 3x", "title", ()), (b"Hello World", "istitle", ()), (b"  x ", "strip", ()), (b"xxaxx", "strip", (b"x",)), (b"a\tb", "expandtabs", ()), (b"ab", "center", (7, b"*")), (b"-5", "zfill", (5,)), (b"a-b-c", "rpartition", (b"-",)), (b"a\r\nb\nc", "splitlines", ()), (b"a\r\nb\nc", "splitlines", (True,)), (b"abc", "translate", (None, b"b")), (b"abc", "index", (b"z",)), (bytearray(b"abc"), "pop", ()), (bytearray(b"abc"), "append", (256,)), (bytearray(b"abc"), "upper", ()), (bytearray(b"a b"), "split", ()), (b"a1", "isalnum", ()), (b"abc", "removeprefix", (b"a",))]:
        import copy

        def call():
            w = copy.deepcopy(v)
            r = getattr(w, m)(*a)
            return (r, w)
        t.add("call", (v, m, a), call)
    cmp = {"<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b}
    vals = [1, 1.0, True, 2, "a", "b", None, [1], [1, 2], [2], (1,), (1, 2), ("a",), {1}, {1, 2}, frozenset([1]), {1: 2}, {1.0: 2.0}, b"a", bytearray(b"a"), 1j, [[1], "x"], [math.nan], range(2), range(0, 2, 1), slice(1, 2), slice(1, 3), {"a": [1]}, [1, "a"], [1, None]]
    for a in vals:
        for b in vals:
            for o in cmp:
                if RND.random() < 0.35:
                    t.add("cmp" + o, (a, b), lambda: cmp[o](a, b))
    for a in vals:
        for b in vals + [3, 0, -1]:
            for o, f in (("+", lambda a, b: a + b), ("*", lambda a, b: a * b), ("|", lambda a, b: a | b), ("in", lambda a, b: a in b)):
                if RND.random() < 0.3:
                    t.add("op" + o, (a, b), lambda: f(a, b))
    t.write()


def sorting():
    t = Table("sort")
    for _ in range(120):
        n = RND.choice([0, 1, 2, 3, 5, 10, 30, 63, 64, 65, 100, 200, 400])
        kind = RND.choice(["rand", "few", "asc", "desc", "saw", "desceq", "ascpert"])
        v = {"rand": lambda: [RND.randrange(1000) for _ in range(n)], "few": lambda: [RND.randrange(4) for _ in range(n)], "asc": lambda: sorted(RND.randrange(100) for _ in range(n)), "desc": lambda: sorted((RND.randrange(10**6) for _ in range(n)), reverse=True), "saw": lambda: [i % 17 for i in range(n)], "desceq": lambda: sorted((RND.randrange(9) for _ in range(n)), reverse=True), "ascpert": lambda: (lambda w: [w.__setitem__(RND.randrange(n), RND.randrange(n)) for _ in range(3)] and w)(list(range(n))) if n else []}[kind]()

        def f():
            log = [0, 0]

            class K:
                def __init__(self, x, i):
                    self.x, self.i = x, i

                def __lt__(self, o):
                    log[0] += 1
                    log[1] = (log[1] * 31 + self.i * 7 + o.i) % 1000003
                    return self.x < o.x
            w = [K(x, i) for i, x in enumerate(v)]
            w.sort()
            return ([k.i for k in w], log[0], log[1])
        t.add("sort.log", (v,), f)
    for _ in range(60):
        v = [RND.choice([RND.random(), RND.random(), math.nan, 0.0, -0.0]) for _ in range(RND.randrange(20))]
        t.add("sorted", (v, False), lambda: sorted(v))
        t.add("sorted", (v, True), lambda: sorted(v, reverse=True))
    for v in [[3, "a", None], ["a", 1], [1, 2, "x"], [[1], [1, "a"], [1, 2]], [(1, "b"), (1, 2)], [None, None], [1j, 2j], [{}, {}], ["b", "a", "é", "Z"], [True, 0, 2.5, 1], [{1}, {2}, set()]]:
        t.add("sorted", (v, False), lambda: sorted(v))
        t.add("sorted", (v, True), lambda: sorted(v, reverse=True))
    for _ in range(40):
        v = [rand_float() for _ in range(RND.randrange(12))]
        t.add("sum", (v,), lambda: sum(v))
    t.write()


for part in (formats, percents, strings, numbers, sets, containers, sorting):
    part()
