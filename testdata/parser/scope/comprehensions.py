data = [1]
a1 = [x1 for x1 in data if cond]
a2 = (x2 for x2 in data)
a3 = [(y3, z3) for y3 in data for z3 in y3]


def f(n):
    r = [i1 for i1 in n]
    s = {i2: k for i2, k in n}
    t = (i3 for i3 in n for j in i3 if j > lim)
    u = [lambda: i4 for i4 in n]
    v = [w := q for q in n]
    [last := q2 for q2 in n]
    def g(): return w
    total = (acc := p for p in n)
    return any((hit := m) > 1 for m in n), hit, last


top = [(glob := 1) for _ in data]
nested = ((aa for aa in bb) for bb in data)
