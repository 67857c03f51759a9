"""The sieve of Eratosthenes over a list of booleans."""


def sieve(limit: int) -> int:
    prime = [True] * (limit + 1)
    prime[0] = prime[1] = False
    i = 2
    while i * i <= limit:
        if prime[i]:
            for j in range(i * i, limit + 1, i):
                prime[j] = False
        i += 1
    return sum(1 for p in prime if p)


print([sieve(n) for n in (10_000, 100_000, 2_000_000)])
