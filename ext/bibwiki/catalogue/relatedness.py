"""Which works are likely to interest the reader of a work: shared topics and people."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from heapq import nsmallest
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.catalogue.catalogue import Catalogue

_NEIGHBOURS = 16
"""How many works before and after a work are looked at in the list of each of its
topics and people: large topics must not make every page slow."""
_MOST_THINGS = 24
"""How many topics, and how many people, of a work are looked at."""


@dataclass(slots=True)
class _Shared:
    topics: int = 0
    people: int = 0
    weight: float = 0.0


def related_works(
    catalogue: Catalogue, key: str, limit: int
) -> tuple[tuple[str, int, int], ...]:
    """Return the works that share most with a work, most related first.

    A shared topic or person counts the more the fewer works it has. In long lists only
    the works next in date are considered, and the counts are of those. Equals stand
    newest first.

    Returns:
        Primary key, number of shared topics and number of shared people of each.
    """
    work = catalogue.works[key]
    people = dict.fromkeys(credit.person for credit in work.credits if credit.person)
    shared: dict[str, _Shared] = {}
    for id_ in work.topics[:_MOST_THINGS]:
        works = catalogue.topics[id_].works
        weight = 1 / log2(1 + len(works))
        for other in _neighbours(catalogue, key, works):
            found = shared.setdefault(other, _Shared())
            found.topics += 1
            found.weight += weight
    for id_ in list(people)[:_MOST_THINGS]:
        works = catalogue.people[id_].works
        weight = 1 / log2(1 + len(works))
        for other in _neighbours(catalogue, key, works):
            found = shared.setdefault(other, _Shared())
            found.people += 1
            found.weight += weight
    rank = catalogue.rank
    best = nsmallest(limit, shared, key=lambda one: (-shared[one].weight, rank[one]))
    return tuple((one, shared[one].topics, shared[one].people) for one in best)


def _neighbours(catalogue: Catalogue, key: str, works: Sequence[str]) -> Iterator[str]:
    """Yield the works around one in a list that holds it, newest first."""
    rank = catalogue.rank
    place = bisect_left(works, rank[key], key=rank.__getitem__)
    for other in works[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]:
        if other != key:
            yield other
