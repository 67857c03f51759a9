from __future__ import annotations


class Node:
    def __init__(self, value: int, next: Node | None = None) -> None:
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, *values: int) -> None:
        self.head: Node | None = None
        self.size = 0
        for value in values:
            self.append(value)

    def append(self, value: int) -> None:
        node = Node(value)
        self.size += 1
        if self.head is None:
            self.head = node
            return
        last = self.head
        while last.next:
            last = last.next
        last.next = node

    def reverse(self) -> None:
        previous = None
        current = self.head
        while current is not None:
            current.next, previous, current = previous, current, current.next
        self.head = previous

    def remove(self, value: int) -> bool:
        previous, current = None, self.head
        while current:
            if current.value == value:
                if previous:
                    previous.next = current.next
                else:
                    self.head = current.next
                self.size -= 1
                return True
            previous, current = current, current.next
        return False

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __str__(self) -> str:
        return " -> ".join(str(v) for v in self) or "(empty)"


numbers = LinkedList(3, 1, 4, 1, 5)
print(numbers, numbers.size)
numbers.reverse()
print(numbers)
print(numbers.remove(1), numbers.remove(5), numbers.remove(99), numbers)
print(sum(numbers), max(numbers), 4 in numbers, list(numbers), LinkedList())
