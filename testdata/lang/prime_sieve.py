def sieve(limit: int) -> list[int]:
    """Primes below the limit."""
    is_prime = [True] * limit
    is_prime[0:2] = [False, False]
    for n in range(2, int(limit ** 0.5) + 1):
        if is_prime[n]:
            for multiple in range(n * n, limit, n):
                is_prime[multiple] = False
    return [n for n, prime in enumerate(is_prime) if prime]


def factors(n: int) -> list[int]:
    found = []
    for p in sieve(n + 1):
        while n % p == 0:
            found.append(p)
            n //= p
    return found


primes = sieve(100)
print(primes)
print(len(primes), primes[-1], sum(primes))
print(factors(360), factors(97), factors(1001))
print([(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2])
