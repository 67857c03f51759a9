import collections
import functools
import operator
import random
from collections import deque
from collections.abc import Sized
from itertools import *
from itertools import (accumulate, batched, chain, combinations, compress, count, cycle,
    filterfalse, groupby, islice, product, repeat, starmap, tee, zip_longest)


def take(n, iterable):
    "Return first n items of the iterable as a list."
    return list(islice(iterable, n))

def prepend(value, iterable):
    "Prepend a single value in front of an iterable."
    return chain([value], iterable)

def tabulate(function, start=0):
    "Return function(0), function(1), ..."
    return map(function, count(start))

def repeatfunc(function, times=None, *args):
    "Repeat calls to a function with specified arguments."
    if times is None:
        return starmap(function, repeat(args))
    return starmap(function, repeat(args, times))

def flatten(list_of_lists):
    "Flatten one level of nesting."
    return chain.from_iterable(list_of_lists)

def ncycles(iterable, n):
    "Returns the sequence elements n times."
    return chain.from_iterable(repeat(tuple(iterable), n))

def tail(n, iterable):
    "Return an iterator over the last n items."
    return iter(deque(iterable, maxlen=n))

def consume(iterator, n=None):
    "Advance the iterator n-steps ahead. If n is None, consume entirely."
    if n is None:
        deque(iterator, maxlen=0)
    else:
        next(islice(iterator, n, n), None)

def nth(iterable, n, default=None):
    "Returns the nth item or a default value."
    return next(islice(iterable, n, None), default)

def quantify(iterable, predicate=bool):
    "Given a predicate that returns True or False, count the True results."
    return sum(map(predicate, iterable))

def first_true(iterable, default=False, predicate=None):
    "Returns the first true value or the *default* if there is no true value."
    return next(filter(predicate, iterable), default)

def all_equal(iterable, key=None):
    "Returns True if all the elements are equal to each other."
    return len(take(2, groupby(iterable, key))) <= 1

def unique_justseen(iterable, key=None):
    "Yield unique elements, preserving order. Remember only the element just seen."
    if key is None:
        return map(operator.itemgetter(0), groupby(iterable))
    return map(next, map(operator.itemgetter(1), groupby(iterable, key)))

def unique_everseen(iterable, key=None):
    "Yield unique elements, preserving order. Remember all elements ever seen."
    seen = set()
    if key is None:
        for element in filterfalse(seen.__contains__, iterable):
            seen.add(element)
            yield element
    else:
        for element in iterable:
            k = key(element)
            if k not in seen:
                seen.add(k)
                yield element

def sliding_window(iterable, n):
    "Collect data into overlapping fixed-length chunks or blocks."
    iterator = iter(iterable)
    window = deque(islice(iterator, n - 1), maxlen=n)
    for x in iterator:
        window.append(x)
        yield tuple(window)

def grouper(iterable, n, *, incomplete='fill', fillvalue=None):
    "Collect data into non-overlapping fixed-length chunks or blocks."
    iterators = [iter(iterable)] * n
    match incomplete:
        case 'fill':
            return zip_longest(*iterators, fillvalue=fillvalue)
        case 'strict':
            return zip(*iterators, strict=True)
        case 'ignore':
            return zip(*iterators)
        case _:
            raise ValueError('Expected fill, strict, or ignore')

def roundrobin(*iterables):
    "Visit input iterables in a cycle until each is exhausted."
    iterators = map(iter, iterables)
    for num_active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, num_active))
        yield from map(next, iterators)

def partition(predicate, iterable):
    t1, t2 = tee(iterable)
    return filterfalse(predicate, t1), filter(predicate, t2)

def powerset(iterable):
    "Subsequences of the iterable from shortest to longest."
    s = list(iterable)
    return chain.from_iterable(combinations(s, r) for r in range(len(s)+1))

def sieve(n):
    "Primes less than n."
    if n > 2:
        yield 2
    data = bytearray((0, 1)) * (n // 2)
    for p in iter_index_odd(n):
        if data[p]:
            data[p*p: n: p+p] = bytes(len(range(p*p, n, p+p)))
    yield from compress(range(n), data) if n < 3 else islice(compress(range(n), data), 0, None)

def iter_index_odd(n):
    k = 3
    while k * k < n:
        yield k
        k += 2

def convolve(signal, kernel):
    kernel = tuple(kernel)[::-1]
    n = len(kernel)
    padded_signal = chain(repeat(0, n-1), signal, repeat(0, n-1))
    windowed_signal = sliding_window(padded_signal, n)
    return map(lambda w: sum(map(operator.mul, w, kernel)), windowed_signal)

print(take(5, count(10)), list(prepend(1, [2, 3, 4])))
print(take(4, tabulate(lambda x: x * x)))
print(list(repeatfunc(pow, 3, 2, 5)))
print(list(flatten([[0, 1], [2, 3]])), list(ncycles('abc', 2)), list(tail(3, 'ABCDEFG')))
it = iter('ABCDEFG')
consume(it, 3)
print(next(it))
print(nth('ABCDE', 3), nth('ABC', 9), quantify([0, 1, 1, 0, 1]), first_true([0, None, 3]))
print(all_equal('aaaa'), all_equal('aaab'))
print(''.join(unique_justseen('AAAABBBCCDAABBB')), ''.join(unique_everseen('AAAABBBCCDAABBB')), ''.join(unique_everseen('ABBcCAD', str.lower)))
print([''.join(w) for w in sliding_window('ABCDEFG', 4)])
print(list(map(''.join, grouper('ABCDEFG', 3, fillvalue='x'))), list(grouper('ABCDEFG', 3, incomplete='ignore')))
print(''.join(roundrobin('ABC', 'D', 'EF')))
ev, od = partition(lambda x: x % 2, range(10))
print(list(ev), list(od))
print(list(powerset([1, 2, 3])))
print(list(convolve([1, -1, -20], [1, -3])))
