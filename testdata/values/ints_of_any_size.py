import math
print(math.factorial(25), math.comb(100, 50), math.perm(30, 20), math.prod([10**10, 10**10]), math.lcm(10**15, 10**15 + 1), math.isqrt(10**40), math.gcd(10**30, 10**20))
print(int("123456789012345678901234567890"), sum([10**18] * 20), abs(-10**20), pow(3, 100), pow(2, 70), divmod(10**30, 7), max(10**20, 3), round(10**25))
n = 2**62
print(n + n, n * 4, -n * 2 - 1, (-2**63) // -1, abs(-2**63), -(-2**63))
x = int("9" * 18)
print(x * x, x + x * 100, x << 10, len("abc") * 10**18 * 100, ord("z") ** 12, hash(10**30) == hash(10**30), hex(2**70), bin(2**66)[:5], oct(2**66))
print(10**20 % 7, 7 % 10**20, 10**20 // 3, 10**20 / 10**19, float(10**20), 10**20 > 5, 10**20 == 1e20, int(1e25), int(10**20 / 2), math.floor(1e25), math.trunc(2.5e20), round(1e22))
print(sum(i**10 for i in range(100)), sum(range(10**10, 10**10 + 10)) * 10**9, [10**20, 5][0].bit_length(), (2**70).to_bytes(10, "big"), int.from_bytes(b"\xff" * 10, "big"), f"{2**70:,}", str(3**60), "%d" % 2**64 if False else "%d" % (2**64))
print(range(10**20, 10**20 + 3)[0] if False else "r", 10**18 * 10 in {10**19}, {2**65: "a"}[2**65], (2**64).__add__(1), (5).__mul__(2**64), 2**64 & (2**65 - 1), ~2**64, 2**64 ^ 1, 1 << 64 | 1)
