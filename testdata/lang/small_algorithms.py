from itertools import islice, takewhile, count
from functools import reduce
import math


def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print([fib(i) for i in range(15)], fib(100))


def hanoi(ndisks, startPeg=1, endPeg=3):
    if ndisks:
        hanoi(ndisks - 1, startPeg, 6 - startPeg - endPeg)
        print(f"Move disk {ndisks} from peg {startPeg} to peg {endPeg}")
        hanoi(ndisks - 1, 6 - startPeg - endPeg, endPeg)


hanoi(2)


def sieve(limit):
    a = [True] * limit
    a[0] = a[1] = False
    for (i, isprime) in enumerate(a):
        if isprime:
            yield i
            for n in range(i * i, limit, i):
                a[n] = False


print(list(sieve(50)))


def roman(n):
    vals = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    out = ""
    for v, s in vals:
        q, n = divmod(n, v)
        out += s * q
    return out


print(roman(1990), roman(2008), roman(1666))


def levenshtein(s, t):
    if not s: return len(t)
    if not t: return len(s)
    if s[0] == t[0]: return levenshtein(s[1:], t[1:])
    l1 = levenshtein(s, t[1:])
    l2 = levenshtein(s[1:], t)
    l3 = levenshtein(s[1:], t[1:])
    return 1 + min(l1, l2, l3)


print(levenshtein("kitten", "sitting"))


def queens(n, i=0, a=[], b=[], c=[]):
    if i < n:
        for j in range(n):
            if j not in a and i + j not in b and i - j not in c:
                yield from queens(n, i + 1, a + [j], b + [i + j], c + [i - j])
    else:
        yield a


print(next(queens(8)), sum(1 for _ in queens(6)))


def pascal(n):
    row = [1]
    k = [0]
    for x in range(max(n, 0)):
        print(row)
        row = [l + r for l, r in zip(row + k, k + row)]
    return n >= 1


pascal(5)


def hailstone(n):
    seq = [n]
    while n > 1:
        n = 3 * n + 1 if n & 1 else n // 2
        seq.append(n)
    return seq


h = hailstone(27)
print(len(h), h[:4], h[-4:], max((len(hailstone(i)), i) for i in range(1, 1000)))


def quicksort(array):
    if len(array) <= 1:
        return array
    pivot, *rest = array
    less = [x for x in rest if x < pivot]
    more = [x for x in rest if x >= pivot]
    return quicksort(less) + [pivot] + quicksort(more)


print(quicksort([3, 6, 1, 8, 2, 9, 2]))


def spiral(n):
    dx, dy = 1, 0
    x, y = 0, 0
    myarray = [[None] * n for j in range(n)]
    for i in range(n ** 2):
        myarray[x][y] = i
        nx, ny = x + dx, y + dy
        if 0 <= nx < n and 0 <= ny < n and myarray[nx][ny] == None:
            x, y = nx, ny
        else:
            dx, dy = -dy, dx
            x, y = x + dx, y + dy
    return myarray


def printspiral(myarray):
    n = range(len(myarray))
    for y in n:
        for x in n:
            print("%2i" % myarray[x][y], end=" ")
        print()


printspiral(spiral(5))


def look_and_say(n):
    result, i = "", 0
    while i < len(n):
        j = i
        while j < len(n) and n[j] == n[i]:
            j += 1
        result += str(j - i) + n[i]
        i = j
    return result


s = "1"
for _ in range(6):
    print(s, end=" ")
    s = look_and_say(s)
print()


def perfect(n):
    return n == sum(d for d in range(1, n // 2 + 1) if n % d == 0)


print([n for n in range(1, 500) if perfect(n)])
print(reduce(lambda x, y: x * y, range(1, 21)), math.factorial(25))


def ackermann(m, n):
    if m == 0:
        return n + 1
    elif n == 0:
        return ackermann(m - 1, 1)
    else:
        return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3))


def caesar(s, k, decode=False):
    if decode: k = 26 - k
    return "".join([chr((ord(i) - 65 + k) % 26 + 65) for i in s.upper() if ord(i) >= 65 and ord(i) <= 90])


msg = "The quick brown fox"
print(caesar(msg, 11), caesar(caesar(msg, 11), 11, decode=True))
for i in range(1, 16):
    print("FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i, end=",")
print()
