from collections import deque


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def peek(self):
        return self.items[-1]

    def __len__(self):
        return len(self.items)


def balanced(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    stack = Stack()
    for ch in text:
        if ch in pairs.values():
            stack.push(ch)
        elif ch in pairs:
            if not stack or stack.pop() != pairs[ch]:
                return False
    return len(stack) == 0


for sample in ["(a[b]{c})", "(]", "((", "", ")"]:
    print(repr(sample), balanced(sample))

line = deque(["Eric", "John", "Michael"])
line.append("Terry")
print(line.popleft(), line.popleft(), list(line), len(line))
while line:
    print("serving", line.popleft())
