def make_counter(step=1):
    total = 0

    def count():
        nonlocal total
        total += step
        return total

    return count


def make_average():
    values = []

    def average(value):
        values.append(value)
        return sum(values) / len(values)

    return average


def once(function):
    called = False
    result = None

    def wrapper(*args):
        nonlocal called, result
        if not called:
            result = function(*args)
            called = True
        return result

    return wrapper


a, b = make_counter(), make_counter(10)
print(a(), a(), b(), a(), b())
average = make_average()
print(average(10), average(20), average(0))


@once
def setup(name):
    print("setting up", name)
    return name.upper()


print(setup("one"), setup("two"))
multipliers = [lambda x, n=n: x * n for n in range(1, 4)]
print([m(5) for m in multipliers], (lambda *a: len(a))(1, 2, 3))
