gens = [(i for i in range(j)) for j in [3, 5]]
print([x for g in gens for x in g])
n = 3
g = (i for i in range(n))
n = 10
print(list(g))
xs = [1, 2, 3]
g2 = ((a, i) for i, a in enumerate(xs))
xs = [9]
print(list(g2))
ys = {"a": 1}
g3 = (k + str(v) for k, v in ys.items())
ys = {}
print(list(g3))
