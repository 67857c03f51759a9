class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = Node(value)
        if self.head is None:
            self.head = node
        else:
            cur = self.head
            while cur.next:
                cur = cur.next
            cur.next = node
        self.size += 1

    def __iter__(self):
        cur = self.head
        while cur:
            yield cur.value
            cur = cur.next

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if i < 0:
            i += len(self)
        for j, v in enumerate(self):
            if j == i:
                return v
        raise IndexError("list index out of range")

    def __setitem__(self, i, value):
        cur = self.head
        for _ in range(i):
            cur = cur.next
        cur.value = value

    def __delitem__(self, i):
        prev, cur = None, self.head
        while i:
            prev, cur = cur, cur.next
            i -= 1
        if prev:
            prev.next = cur.next
        else:
            self.head = cur.next
        self.size -= 1

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __add__(self, other):
        return LinkedList([*self, *other])

    def __iadd__(self, other):
        for x in other:
            self.append(x)
        return self

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"

    def reverse(self):
        prev = None
        cur = self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev


lst = LinkedList([1, "two", 3.0])
print(lst, len(lst), lst[1], lst[-1], "two" in lst, 9 in lst)
lst[0] = None
lst += (5, 6)
del lst[1]
print(lst, list(reversed(lst)), lst + LinkedList("ab"), LinkedList())
lst.reverse()
print(lst, sorted(LinkedList([3, 1, 2])), max(LinkedList([3, 9, 2])), *lst)


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key, value=None):
        def go(node):
            if node is None:
                return [key, value, None, None]
            if key < node[0]:
                node[2] = go(node[2])
            elif key > node[0]:
                node[3] = go(node[3])
            else:
                node[1] = value
            return node
        self.root = go(self.root)

    def walk(self, node="root"):
        if node == "root":
            node = self.root
        if node is not None:
            yield from self.walk(node[2])
            yield node[0], node[1]
            yield from self.walk(node[3])

    def height(self, node="root"):
        node = self.root if node == "root" else node
        return 0 if node is None else 1 + max(self.height(node[2]), self.height(node[3]))

    def __getitem__(self, key):
        node = self.root
        while node is not None:
            if key == node[0]:
                return node[1]
            node = node[2] if key < node[0] else node[3]
        raise KeyError(key)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default


t = Tree()
for i, k in enumerate("dbfaceg"):
    t.insert(k, i)
t.insert("d", "new")
print(list(t.walk()), t.height(), t["d"], t.get("zz", -1))
try:
    t["q"]
except KeyError as e:
    print("KeyError", e)
try:
    t.insert(5)
except TypeError as e:
    print(e)
