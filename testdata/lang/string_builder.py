def box(text: str, char: str = "*") -> str:
    lines = text.splitlines()
    width = max(len(line) for line in lines)
    out = [char * (width + 4)]
    for line in lines:
        out.append(f"{char} {line.ljust(width)} {char}")
    out.append(out[0])
    return "\n".join(out)


def triangle(n):
    for i in range(1, n + 1):
        print(" " * (n - i) + "/\\" * i)


def vowels(word):
    n = 0
    for letter in word:
        if letter in "aeiou":
            n += 1
    return n


print(box("Hello\nfrom a box"))
print(box("x", char="#"))
triangle(3)
print([vowels(w) for w in "queue rhythm banana".split()])
print("".join(reversed("stressed")), "madam"[::-1] == "madam")
