import math
import functools
import operator
import itertools


class Vector:
    __match_args__ = ('x', 'y', 'z', 't')
    shortcut_names = 'xyzt'

    def __init__(self, components):
        self._components = list(components)

    def __iter__(self):
        return iter(self._components)

    def __repr__(self):
        return f'Vector({self._components})'

    def __str__(self):
        return str(tuple(self))

    def __eq__(self, other):
        if isinstance(other, Vector):
            return (len(self) == len(other) and
                    all(a == b for a, b in zip(self, other)))
        return NotImplemented

    def __hash__(self):
        hashes = (hash(x) for x in self)
        return functools.reduce(operator.xor, hashes, 0)

    def __abs__(self):
        return math.hypot(*self)

    def __neg__(self):
        return Vector(-x for x in self)

    def __pos__(self):
        return Vector(self)

    def __bool__(self):
        return bool(abs(self))

    def __len__(self):
        return len(self._components)

    def __getitem__(self, key):
        if isinstance(key, slice):
            cls = type(self)
            return cls(self._components[key])
        index = operator.index(key)
        return self._components[index]

    def __getattr__(self, name):
        cls = type(self)
        try:
            pos = cls.__match_args__.index(name)
        except ValueError:
            pos = -1
        if 0 <= pos < len(self._components):
            return self._components[pos]
        msg = f'{cls.__name__!r} object has no attribute {name!r}'
        raise AttributeError(msg)

    def angle(self, n):
        r = math.hypot(*self[n:])
        a = math.atan2(r, self[n-1])
        if (n == len(self) - 1) and (self[-1] < 0):
            return math.pi * 2 - a
        else:
            return a

    def angles(self):
        return (self.angle(n) for n in range(1, len(self)))

    def __format__(self, fmt_spec=''):
        if fmt_spec.endswith('h'):
            fmt_spec = fmt_spec[:-1]
            coords = itertools.chain([abs(self)], self.angles())
            outer_fmt = '<{}>'
        else:
            coords = self
            outer_fmt = '({})'
        components = (format(c, fmt_spec) for c in coords)
        return outer_fmt.format(', '.join(components))

    def __add__(self, other):
        try:
            pairs = itertools.zip_longest(self, other, fillvalue=0.0)
            return Vector(a + b for a, b in pairs)
        except TypeError:
            return NotImplemented

    __radd__ = __add__

    def __mul__(self, scalar):
        try:
            factor = float(scalar)
        except TypeError:
            return NotImplemented
        return Vector(n * factor for n in self)

    def __rmul__(self, scalar):
        return self * scalar

    def __matmul__(self, other):
        if len(self) == len(other):
            return sum(a * b for a, b in zip(self, other))
        raise ValueError('@ requires vectors of equal length.')


v1 = Vector([3, 4, 5])
v2 = Vector(range(7))
print(v1, repr(v2), v1.x, v1.z)
print(v1 + (10, 20, 30))
print((10, 20, 30) + v1)
print(v1 * 10, 11 * v1)
print(v1 @ Vector([1, 2, 3]))
print(v2[1:4], v2[-1], type(v2[1:4]).__name__)
print(abs(Vector([3, 4])), bool(Vector([0, 0])), hash(v1))
print(format(Vector([1, 1]), '.3eh'), format(v1, '.2f'))
print(v1 == Vector([3.0, 4.0, 5.0]), v1 == (3, 4, 5))
try:
    v1.w
except AttributeError as e:
    print(e)
try:
    v1 + 1
except TypeError as e:
    print(e)
print(-v1, +v1)
