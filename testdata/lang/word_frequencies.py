text = """the cat sat on the mat
the dog sat on the log"""

counts: dict[str, int] = {}
for line in text.split("\n"):
    for word in line.split():
        if word not in counts:
            counts[word] = 0
        counts[word] += 1

for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    print(f"{word:<5}{n:>3} {'#' * n}")
print(len(counts), max(counts.values()), sum(counts.values()))
