# A variable is split where it is rebound with another type.
x = 1  #: x int
x = "now a string"  #: x str
print(x.upper())  #: x str; call stub

# and joined where several definitions meet
def pick(flag: bool, other: str):  #: -> str | None
    y = None  #: y None; var y str | None
    if flag:
        y = other  #: y str; var y str | None
    return y  #: y str | None

# a loop joins what it starts with and what it leaves
def count(n: int):  #: -> int
    total = 0
    for i in range(n):  #: i int
        total += i  #: total int
    return total

def last(items: list[str]):  #: -> str | None
    found = None
    for s in items:  #: s str
        found = s
    return found  #: found str | None

# a mix that no Go type has is dynamic
def mixed(flag: bool):  #: -> Any
    z = 1
    if flag:
        z = "one"  #: z str; var z Any
    return z  #: z Any

def big(n: int):  #: -> big int
    r = 1
    for i in range(1, n + 1):
        r *= i
    return r

HUGE = 2**100  #: HUGE big int
SMALL = 2**10  #: SMALL int

def while_else(n: int):  #: -> int
    m = None
    while n > 0:
        n -= 1
        if n == 7:
            m = n
            break
    else:
        m = 0
    return m  #: m int

def handlers(s: str):  #: -> int | None
    try:
        v = int(s)  #: v int
    except ValueError as e:  #: ExceptHandler var BaseException
        print(e)  #: e BaseException
        v = None
    finally:
        print("done")
    return v  #: v int | None

print(pick(True, "a"), count(3), last(["x"]), mixed(True), big(5), while_else(9), handlers("1"), HUGE, SMALL)
