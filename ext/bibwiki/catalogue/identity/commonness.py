"""How common names are in a collection: how many people would share one by chance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Commonness:
    """Counts the people of a collection by the first and last words of their names.

    First and last names are taken as independent, so that the number expected for one
    full name is the product of their shares. People who have both words are left out
    of the counts: a name is not common because one person writes much.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        """Count normalised full names; each belongs to one person at least."""
        ends = [
            (words[0], words[-1])
            for key in dict.fromkeys(keys)
            if len(words := key.split()) > 1
        ]
        self._count = len(ends)
        self._first = Counter(first for first, _ in ends)
        self._initial = Counter(first[0] for first, _ in ends)
        self._last = Counter(last for _, last in ends)
        self._both = Counter(ends)
        self._initial_and_last = Counter((first[0], last) for first, last in ends)

    def namesakes(self, key: str) -> float:
        """Return how many other people are expected to have a name.

        Where the name begins with an initial, all given names that begin so count. 0
        for single words, and where nobody shares a first or a last name.
        """
        words = key.split()
        if len(words) < 2:
            return 0.0
        first, last = words[0], words[-1]
        if len(first) == 1:
            both, given = self._initial_and_last[first, last], self._initial[first]
        else:
            both, given = self._both[first, last], self._first[first]
        others = max(0, given - both) * max(0, self._last[last] - both)
        return others / max(1, self._count)
