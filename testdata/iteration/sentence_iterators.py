import re

RE_WORD = re.compile(r'\w+')


class Sentence:

    def __init__(self, text):
        self.text = text
        self.words = RE_WORD.findall(text)

    def __getitem__(self, index):
        return self.words[index]

    def __len__(self):
        return len(self.words)

    def __repr__(self):
        return 'Sentence(%s)' % (self.text[:17] + '...' if len(self.text) > 20 else self.text)


class SentenceIter:
    def __init__(self, text):
        self.text = text
        self.words = RE_WORD.findall(text)

    def __iter__(self):
        return SentenceIterator(self.words)


class SentenceIterator:

    def __init__(self, words):
        self.words = words
        self.index = 0

    def __next__(self):
        try:
            word = self.words[self.index]
        except IndexError:
            raise StopIteration()
        self.index += 1
        return word

    def __iter__(self):
        return self


class SentenceGen:
    def __init__(self, text):
        self.text = text

    def __iter__(self):
        for match in RE_WORD.finditer(self.text):
            yield match.group()


class SentenceGenExp:
    def __init__(self, text):
        self.text = text

    def __iter__(self):
        return (match.group() for match in RE_WORD.finditer(self.text))


s = Sentence('"The time has come," the Walrus said,')
print(s)
for word in s:
    print(word, end=' ')
print()
print(list(s), s[0], s[5], s[-1], len(s))
for cls in (SentenceIter, SentenceGen, SentenceGenExp):
    it = iter(cls('Pig and Pepper'))
    print(next(it), next(it), next(it))
    try:
        next(it)
    except StopIteration:
        print('exhausted')


class ArithmeticProgression:

    def __init__(self, begin, step, end=None):
        self.begin = begin
        self.step = step
        self.end = end  # None -> "infinite" series

    def __iter__(self):
        result_type = type(self.begin + self.step)
        result = result_type(self.begin)
        forever = self.end is None
        index = 0
        while forever or result < self.end:
            yield result
            index += 1
            result = self.begin + self.step * index


ap = ArithmeticProgression(0, 1, 3)
print(list(ap))
ap = ArithmeticProgression(1, .5, 3)
print(list(ap))
ap = ArithmeticProgression(0, 1 / 3, 1)
print(list(ap))


def d6():
    yield from iter([3, 1, 4, 1, 5].pop, 1)


print(list(d6()))


def tree(cls, level=0):
    yield cls.__name__, level
    for sub_cls in cls.__subclasses__():
        yield from tree(sub_cls, level + 1)


class Base: pass
class Left(Base): pass
class Right(Base): pass
class LeftLeaf(Left): pass


for name, level in tree(Base):
    print(' ' * 4 * level + name)
