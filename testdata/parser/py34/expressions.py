a or b and not c
a if b else c if d else e
lambda: 0
lambda a, b=1, *c, d, e=2, **f: a
lambda *a: a
a < b <= c == d != e > f >= g
a is b is not c in d not in e
a | b ^ c & d << e >> f + g - h * i / j // k % l
-a ** -b
(a + b) * ~c
+a
a.b.c(d)(e)[f].g
f()
f(a, b,)
f(a, b=1)
f(a, *b)
f(a, k=1, **c)
f(*a, **b)
f(a for b in c)
a[b]
a[b, c]
a[:]
a[b:]
a[:b]
a[b:c:d]
a[::d]
a[b:c, d]
a[...]
()
(a,)
(a, b)
a, b
a,
[]
[a, b,]
{}
{a: b, c: d,}
{a}
{a, b}
[a for b in c]
[a for b, c in d if e if f for g in h]
{a for b in c}
{a: b for c in d}
(a for b in c)
0; 1; 123; 0x1F; 0o17; 0b11; 123456789012345678901234567890
1.5; 1e10; .5; 1.; 2j
'a'; "b"; '''c'''; 'a' "b"; r'\n'; '\n\x41\101\t\\'
b'a'; b'\x00' b"b"
None, True, False, ...
