a; 1; (a); ((a))
a if b else c
a if b else c if d else e
(a if b else c) if d else e
lambda: 0
lambda a, b=1, *c, d, e=2, **f: a
lambda a, /, b: a
lambda *, a: a
lambda *a: lambda: a
a or b or c
a or (b or c)
a and b or c and d
not a
not not a
a < b <= c == d != e > f >= g
a is b is not c
a in b not in c
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
a + b + c
a - (b - c)
-a ** -b
(-a) ** b
a ** b ** c
~a + -b - +c
- - a
await_ ** 2
a.b.c
a.b().c[0](1)[2].d
1 .real
1.0.real
f()
f(a)
f(a, b,)
f(*a, b, *c)
f(a=1, **b, c=2)
f(a, *b, c=1, *d, **e)
f(a for b in c)
f((a for b in c), d)
f(a := 1)
a[0](b for c in d)
(a)[0](b for c in d)
f(a)(b)(c)
f(
    a,
    # comment
    b,
)
a[b]
a[b, c]
a[b,]
a[:]
a[b:]
a[:b]
a[b:c]
a[::]
a[b:c:d]
a[::d]
a[b:c, d:e, f]
a[*b]
a[*b, c]
a[b := 1]
a[b][c]
a[lambda: b]
()
(a,)
(a, b)
(a, b,)
(*a,)
(*a, b)
a, b
a,
*a, b
[]
[a]
[a, *b, c,]
{}
{a}
{a, *b}
{a: b}
{a: b, **c, d: e,}
{**a}
{(a := 1): b}
{lambda: 1: 2}
[a for b in c]
[a for b in c if d if e for f in g]
[a for b, c in d]
[a for b, in c]
[a for *b, c in d]
[(a, b) for c in d]
[a := b for c in d]
[a for b in c if (d := e)]
[lambda: a for b in c]
{a for b in c}
{a: b for c in d}
{a: b for c, d in e.items() if c if d}
(a for b in c)
(a for b.c in d for e[f] in g)
(a if b else c for d in e)
(a := 1)
(a := b if c else d)
(yield_)
...
None, True, False
not a in b
a if not b else not c
a \
    + b
(a
 + b
 * c)
match, case, type, _ = 1, 2, 3, 4
match.case.type._
match(case)
match[case]
match * case
match - case
match, case
print (match)
type(x)
type = type[0]
type (x).y
case = match = 1
_ = _
