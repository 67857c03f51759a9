# The element type of a container is what is put into it, wherever that is.
def fill(out: list):
    out.append(1.5)

a = []  #: a list[float]
fill(a)

b = {}  #: b dict[str, list[int]]
for w in ["x", "y"]:
    b.setdefault(w, []).append(len(w))

c: list[int] = []  #: c list[int]
d: dict[str, set[str]] = {}  #: d dict[str, set[str]]
e = [(i, str(i)) for i in range(3)]  #: e list[tuple[int, str]]
f = {k: v for k, v in e}  #: f dict[int, str]
g = {len(s) for s in ("a", "bb")}  #: g set[int]
h = sorted(b.items(), key=lambda kv: kv[0])  #: h list[tuple[str, list[int]]]
i, *rest = [1, 2, 3]  #: i int; rest list[int]
j = [[0] * 3 for _ in range(2)]  #: j list[list[int]]
k = j[0][1] + 1  #: k int
l = (1, "a", 2.5)  #: l tuple[int, str, float]
m = l[1]  #: m str
n = list(zip([1, 2], ["a", "b"]))  #: n list[tuple[int, str]]
o = [1, "mixed"]  #: o list[Any]
p = [o]  #: p list[list[Any]]
q = [1, None]  #: q list[int | None]
for r, s in enumerate(["a"]):  #: r int; s str
    print(r, s)
t = max([3, 4], default=None)  #: t int | None
u = "a,b".split(",")  #: u list[str]
v = [*u, "c"]  #: v list[str]
w2 = {**f}  #: w2 dict[int, str]
x2 = u[1:]  #: x2 list[str]
y2 = dict(a=1, b=2)  #: y2 dict[str, int]
z2 = a + [2.5]  #: z2 list[float]
aa = set(u) | {"z"}  #: aa set[str]
bb = sum(x for x in [1.5, 2.5])  #: bb float
print(a, b, c, d, e, f, g, h, i, rest, j, k, l, m, n, o, p, q, t, u, v, w2, x2, y2, z2, aa, bb)
