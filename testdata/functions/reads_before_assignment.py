import asyncio

def early(flag):
    if flag:
        value = 1
    try:
        return value
    except UnboundLocalError as e:
        return f"{type(e).__name__}: {e} {e.name}"

def closure():
    def show():
        return later
    try:
        print(show())
    except NameError as e:
        print(e, e.name)
    later = 3
    print(show())

def deleted(n):
    x = n
    for i in range(2):
        try:
            print(x)
        except UnboundLocalError as e:
            print("gone:", e)
            x = "back"
        del x
    return "end"

def loop(items):
    for item in items:
        if item < 0:
            continue
        best = item
        print("now", best)
    try:
        return best
    except NameError as e:
        return str(e)

def nested(rows):
    total = 0
    for row in rows:
        for cell in row:
            total += cell
    try:
        return total, cell, row
    except UnboundLocalError as e:
        return repr(e)

def literal():
    for name in ("a", "b", "c"):
        if name == "b":
            continue
        size = ord(name)
    return name, size

def while_loop(n):
    while n:
        n -= 1
        if n == 2:
            found = n
            break
    else:
        found = None
    return found

def with_walrus(data):
    if len(data) > 2 and (first := data[0]) > 0:
        return first
    try:
        return first
    except UnboundLocalError:
        return "no first"

async def waits(fail):
    try:
        if fail:
            raise OSError("down")
        conn = "conn"
        await asyncio.sleep(0)
    except OSError as e:
        print("failed", e)
    finally:
        try:
            print("closing", conn)
        except NameError as e:
            print(type(e).__name__, e)
    return "done"

async def main():
    print(early(True), early(False))
    closure()
    print(deleted(5))
    print(loop([1, -2, 3]), loop([-1]), loop([]))
    print(nested([[1, 2], [3]]), nested([[], []]), nested([]))
    print(literal(), while_loop(5), while_loop(1))
    print(with_walrus([4, 5, 6]), with_walrus([0, 1, 2]), with_walrus([]))
    print(await waits(False), await waits(True))

asyncio.run(main())
try:
    print(undefined_yet)
except NameError as e:
    print(e, e.name)
for undefined_yet in range(3):
    pass
print(undefined_yet)
