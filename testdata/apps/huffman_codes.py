import heapq
from collections import Counter
from dataclasses import dataclass
from typing import Optional


@dataclass(order=True)
class Node:
    weight: int
    order: int
    char: Optional[str] = None
    left: Optional["Node"] = None
    right: Optional["Node"] = None


def build(text: str) -> Node:
    counts = Counter(text)
    heap = [Node(n, i, ch) for i, (ch, n) in enumerate(sorted(counts.items()))]
    heapq.heapify(heap)
    order = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(a.weight + b.weight, order, None, a, b))
        order += 1
    return heap[0]


def codes(node: Node, prefix: str = "") -> dict[str, str]:
    if node.char is not None:
        return {node.char: prefix or "0"}
    assert node.left and node.right
    return codes(node.left, prefix + "0") | codes(node.right, prefix + "1")


def decode(bits: str, root: Node) -> str:
    out, node = [], root
    for bit in bits:
        node = node.left if bit == "0" else node.right
        if node.char is not None:
            out.append(node.char)
            node = root
    return "".join(out)


text = "she sells sea shells by the sea shore"
root = build(text)
table = codes(root)
for ch, code in sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1])):
    print(repr(ch), code)
bits = "".join(table[ch] for ch in text)
print(len(bits), "bits instead of", len(text) * 8, f"({len(bits) / (len(text) * 8):.1%})")
packed = int(bits, 2).to_bytes((len(bits) + 7) // 8, "big")
print(packed.hex())
print(decode(bits, root) == text, root.weight)
