"""yield from over iterators, containers and sequences that the program defines."""


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("lift off")
        self.n -= 1
        return self.n


def launch():
    word = yield from Countdown(3)
    print("result", word)


def twice():
    yield from launch()
    yield 10


print(list(twice()))


class Bag:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


def chain(*sources):
    for source in sources:
        yield from source


print(list(chain([1, 2], Bag(3, 4), Countdown(2), "ab", {5: 6})))


class Tree:
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


print(list(Tree(1, Tree(2), Tree(3, Tree(4)))))


class Tens:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


def tens():
    yield from Tens()


print(list(tens()))


class Echo:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def send(self, value):
        print("sent", value)
        return value

    def throw(self, error):
        print("thrown", type(error).__name__)
        return 5

    def close(self):
        print("closed")


def echoing():
    yield from Echo()


echo = echoing()
print(next(echo), echo.send(4), echo.throw(ValueError("x")))
echo.close()
