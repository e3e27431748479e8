"""Sets that are joined step by step, for what a chain of ties holds together."""

from __future__ import annotations


class DisjointSets:
    """A forest over the numbers from 0; the root of a set is its smallest number."""

    def __init__(self, count: int) -> None:
        """Put each number into a set of its own."""
        self._parent = list(range(count))

    def find(self, number: int) -> int:
        """Return the smallest number of a number's set."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> int:
        """Make the sets of two numbers one; return the smallest number of it."""
        one, other = sorted((self.find(one), self.find(other)))
        self._parent[other] = one
        return one
