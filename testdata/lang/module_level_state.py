"""Everything happens at the top level, as in a script."""
import sys

DEBUG = "--debug" in sys.argv
total = 0
names = []

for i in range(5):
    if i == 3:
        continue
    square = i * i
    total += square
    names.append(f"n{i}")
else:
    print("loop finished, i is", i)

print(total, names, square)

try:
    value = names[10]
except IndexError as error:
    value = "none"
    print("caught:", error)
finally:
    print("value", value)

with open(__file__) as f:
    first_line = f.readline()
print(first_line.strip())


def show():
    return f"total is {total}, debug {DEBUG}"


print(show())
total = "now a string"
print(show(), type(total).__name__)
del names
print("names" in globals(), __name__, __doc__)
if __name__ == "__main__":
    print("main program")
