from dataclasses import dataclass
from typing import Iterator, Optional


@dataclass
class Tree:
    key: str
    left: Optional["Tree"] = None
    right: Optional["Tree"] = None


def insert(tree: Optional[Tree], key: str) -> Tree:
    if tree is None:
        return Tree(key)
    if key < tree.key:
        tree.left = insert(tree.left, key)
    elif key > tree.key:
        tree.right = insert(tree.right, key)
    return tree


def in_order(tree: Optional[Tree]) -> Iterator[str]:
    if tree:
        yield from in_order(tree.left)
        yield tree.key
        yield from in_order(tree.right)


def height(tree: Optional[Tree]) -> int:
    return 0 if tree is None else 1 + max(height(tree.left), height(tree.right))


def draw(tree: Optional[Tree], indent: int = 0) -> None:
    if tree is not None:
        draw(tree.right, indent + 1)
        print("    " * indent + tree.key)
        draw(tree.left, indent + 1)


root = None
for word in "magic forest ocean castle zebra apple night".split():
    root = insert(root, word)
print(list(in_order(root)), height(root))
draw(root)
print(root.left, next(in_order(root)))
