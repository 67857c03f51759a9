from __future__ import annotations
from typing import Any, Generic, Iterator, Optional, TypeVar

T = TypeVar("T")


class Node(Generic[T]):
    def __init__(self, value: T, next: Optional[Node[T]] = None):
        self.value = value
        self.next = next


class LinkedList(Generic[T]):
    def __init__(self, items=()):
        self.head: Optional[Node[T]] = None
        self.size = 0
        for item in items:
            self.append(item)

    def append(self, value: T) -> None:
        node = Node(value)
        self.size += 1
        if self.head is None:
            self.head = node
            return
        cur = self.head
        while cur.next:
            cur = cur.next
        cur.next = node

    def reverse(self) -> None:
        prev, cur = None, self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev

    def __iter__(self) -> Iterator[T]:
        cur = self.head
        while cur is not None:
            yield cur.value
            cur = cur.next

    def __len__(self) -> int:
        return self.size

    def __contains__(self, x: T) -> bool:
        return any(v == x for v in self)

    def __str__(self) -> str:
        return " -> ".join(map(str, self)) or "empty"


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right


class Solution:
    def inorder(self, root: Optional[TreeNode]) -> list[int]:
        return self.inorder(root.left) + [root.val] + self.inorder(root.right) if root else []

    def max_depth(self, root):
        if not root:
            return 0
        return 1 + max(self.max_depth(root.left), self.max_depth(root.right))

    def invert(self, root):
        if root:
            root.left, root.right = self.invert(root.right), self.invert(root.left)
        return root

    def level_order(self, root):
        if not root:
            return []
        out, level = [], [root]
        while level:
            out.append([n.val for n in level])
            level = [k for n in level for k in (n.left, n.right) if k]
        return out

    def is_valid_bst(self, root, lo=float("-inf"), hi=float("inf")):
        if not root:
            return True
        if not lo < root.val < hi:
            return False
        return self.is_valid_bst(root.left, lo, root.val) and self.is_valid_bst(root.right, root.val, hi)


def insert(root, val):
    if root is None:
        return TreeNode(val)
    if val < root.val:
        root.left = insert(root.left, val)
    else:
        root.right = insert(root.right, val)
    return root


class Trie:
    def __init__(self):
        self.children = {}
        self.is_end = False

    def insert(self, word):
        node = self
        for ch in word:
            node = node.children.setdefault(ch, Trie())
        node.is_end = True

    def starts_with(self, prefix):
        node = self
        for ch in prefix:
            if ch not in node.children:
                return []
            node = node.children[ch]
        out = []

        def walk(n, path):
            if n.is_end:
                out.append(prefix + path)
            for c, k in sorted(n.children.items()):
                walk(k, path + c)

        walk(node, "")
        return out


class LRUCache:
    def __init__(self, capacity: int):
        self.capacity = capacity
        self.cache = {}
        self.head, self.tail = {"k": None}, {"k": None}
        self.head["next"], self.tail["prev"] = self.tail, self.head

    def _remove(self, node):
        node["prev"]["next"], node["next"]["prev"] = node["next"], node["prev"]

    def _add(self, node):
        p = self.tail["prev"]
        p["next"] = node
        node["prev"], node["next"] = p, self.tail
        self.tail["prev"] = node

    def get(self, key: int) -> int:
        if key not in self.cache:
            return -1
        node = self.cache[key]
        self._remove(node)
        self._add(node)
        return node["v"]

    def put(self, key: int, value: int) -> None:
        if key in self.cache:
            self._remove(self.cache[key])
        node = {"k": key, "v": value}
        self.cache[key] = node
        self._add(node)
        if len(self.cache) > self.capacity:
            old = self.head["next"]
            self._remove(old)
            del self.cache[old["k"]]


ll = LinkedList([1, 2, 3])
ll.append(4)
print(ll, len(ll), 3 in ll, 9 in ll)
ll.reverse()
print(ll, list(ll), LinkedList())
root = None
for v in [5, 3, 8, 1, 4, 9]:
    root = insert(root, v)
s = Solution()
print(s.inorder(root), s.max_depth(root), s.level_order(root), s.is_valid_bst(root))
print(s.inorder(s.invert(root)))
t = Trie()
for w in "tea ten to inn in i".split():
    t.insert(w)
print(t.starts_with("te"), t.starts_with("x"), t.starts_with("i"))
c = LRUCache(2)
c.put(1, 1)
c.put(2, 2)
print(c.get(1))
c.put(3, 3)
print(c.get(2), c.get(3))
