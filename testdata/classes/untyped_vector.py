# A small vector class with operator overloading.
import math


class Vector:
    def __init__(self, *components):
        self.components = tuple(components)

    def __repr__(self):
        return f"Vector{self.components!r}"

    def __str__(self):
        return "<" + ", ".join(str(c) for c in self.components) + ">"

    def __len__(self):
        return len(self.components)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Vector(*self.components[i])
        return self.components[i]

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        if len(self) != len(other):
            raise ValueError(f"dimension mismatch: {len(self)} != {len(other)}")
        return Vector(*(a + b for a, b in zip(self, other)))

    def __radd__(self, other):
        if other == 0:
            return self
        return NotImplemented

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Vector(*(-c for c in self))

    def __mul__(self, k):
        if isinstance(k, Vector):
            return sum(a * b for a, b in zip(self, k))
        return Vector(*(c * k for c in self))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self * other

    def __truediv__(self, k):
        return Vector(*(c / k for c in self))

    def __abs__(self):
        return math.sqrt(sum(c * c for c in self))

    def __bool__(self):
        return any(self.components)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.components == other.components

    def __hash__(self):
        return hash(self.components)

    def __format__(self, spec):
        if spec.endswith("v"):
            return "(" + " ".join(format(c, spec[:-1]) for c in self) + ")"
        return format(str(self), spec)


v = Vector(3, 4)
w = Vector(1, -2)
print(v, repr(w), len(v), abs(v))
print(v + w, v - w, -v, v * 2, 3 * v, v * w, v @ w, v / 2)
print(sum([v, w, Vector(10, 20)]))
print(v == Vector(3, 4), v != w, {v: "three-four"}[Vector(3, 4)], bool(Vector(0, 0)))
print(f"{v:.2fv}|{v:>12}|{w}|{v!r:>15}")
print(Vector(1, 2, 3, 4)[1:3], Vector(1, 2, 3)[-1], list(Vector(5, 6)), 4 in v, max(v))
x, y = v
print(x, y)
for bad in (lambda: v + 1, lambda: v + Vector(1), lambda: v < w, lambda: "a" + v, lambda: v[5]):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, "-", e)
v += w
print(v)
