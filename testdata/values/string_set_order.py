# Sets of strings come in the order of CPython with PYTHONHASHSEED=0.
langs = {"python", "go", "rust", "c", "java", "ruby"}
print(langs)
for lang in langs:
    print(lang, end=" ")
print()
print(list(set("mississippi")))
tags = set()
for post in [["async", "go"], ["python", "async"], ["testing"]]:
    tags.update(post)
print(tags, tags - {"go"})
print({("a", 1), ("b", 2), ("c", 3)})
print(frozenset(["x", "yy", "zzz"]))
print({1: {"b", "a"}, 2: set("xyz")})
print(hash("python"), hash(""), hash("é"), hash(b"python"))
print(hash((1, "a")), hash(1.5), hash(None) == hash(None), hash(-1), hash(2 ** 61 - 1), hash(True))
