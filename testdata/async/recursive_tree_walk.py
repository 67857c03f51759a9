from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass
class Node:
    name: str
    size: int = 0
    children: list[Node] = field(default_factory=list)


def total_size(node: Node) -> int:
    return node.size + sum(total_size(child) for child in node.children)


async def walk(node: Node, depth: int = 0) -> int:
    print("    " * depth + node.name, f"({total_size(node)})")
    count = 1
    for child in node.children:
        await asyncio.sleep(0)
        count += await walk(child, depth + 1)
    return count


async def parallel_depth(node: Node) -> int:
    if not node.children:
        return 1
    depths = await asyncio.gather(*(parallel_depth(child) for child in node.children))
    return 1 + max(depths)


async def fib(n: int) -> int:
    if n < 2:
        return n
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b


def ackermann(m: int, n: int) -> int:
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


async def main() -> None:
    tree = Node("root", 1, [
        Node("etc", 2, [Node("passwd", 10), Node("hosts", 5)]),
        Node("home", 0, [Node("ada", 3, [Node("notes.txt", 70)])]),
        Node("tmp"),
    ])
    print(await walk(tree), "nodes")
    print("depth", await parallel_depth(tree))
    print([await fib(n) for n in range(10)])
    print(ackermann(2, 3))


asyncio.run(main())
