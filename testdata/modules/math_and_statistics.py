import cmath
import math
import statistics

print(math.sin(0.5), math.cos(0.5), math.tan(0.5), math.atan2(1, -1), math.degrees(math.pi / 3), math.radians(90))
print(math.exp(1.5), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10))
print(math.pow(2, 0.5), math.isqrt(99), math.cbrt(27), math.fmod(-7, 3), math.modf(3.75), math.frexp(10), math.ldexp(0.625, 4))
print(math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.copysign(3, -0.0), math.fabs(-2), math.prod([1, 2, 3, 4]))
print(math.gcd(48, 36, 8), math.lcm(3, 4, 6), math.comb(10, 3), math.perm(5, 2), math.factorial(20), math.dist((0, 0), (3, 4)))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(1, 1 + 1e-10), math.inf > 10 ** 400, math.tau)
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asin(1), math.acos(0), math.erf(0.5), math.gamma(5), math.lgamma(10))
print(math.nextafter(1, 2), math.ulp(1.0), math.fsum([0.1] * 10), math.hypot(1, 2, 2), math.sumprod([1, 2], [3, 4]))
print(cmath.sqrt(-1), cmath.phase(1j), cmath.polar(3 + 4j))
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.pstdev(data), statistics.variance(data))
print(statistics.mean([1.5, 2.5]), statistics.median([3, 1, 2]), statistics.multimode("aabbc"), statistics.fmean([1, 2, 4]))
for bad in (lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.isqrt(-1), lambda: math.comb(-1, 2), lambda: math.sqrt("x")):
    try:
        bad()
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
