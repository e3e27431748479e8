"""Which works are likely to interest the reader of a work: shared topics and people."""

from __future__ import annotations

from bisect import bisect_left
from math import log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bibwiki.catalogue.catalogue import Catalogue

_NEIGHBOURS = 16
"""How many works before and after a work are looked at in the list of each of its
topics and people: large topics must not make every page slow."""
_MOST_THINGS = 24
"""How many topics, and how many people, of a work are looked at."""


def related_works(
    catalogue: Catalogue, key: str, limit: int, rank: Mapping[str, int] | None = None
) -> tuple[str, ...]:
    """Return the works that share most with a work, most related first.

    A shared topic or person counts the more the fewer works it has. In long lists only
    the works next in date are considered. Equals stand newest first.

    Args:
        catalogue: The catalogue; what is read of it may be noted.
        key: The primary key of the work.
        limit: The most works to return.
        rank: The catalogue's own, to find places in lists without noting that: where a
            work stands in a list, the list says itself.

    Returns:
        Primary keys.
    """
    work = catalogue.works[key]
    people = dict.fromkeys(credit.person for credit in work.credits if credit.person)
    weights: dict[str, float] = {}
    lists = [catalogue.topics[id_].works for id_ in work.topics[:_MOST_THINGS]]
    lists += [catalogue.people[id_].works for id_ in list(people)[:_MOST_THINGS]]
    for works in lists:
        weight = 1 / log2(1 + len(works))
        for other in _neighbours(key, works, rank or catalogue.rank):
            weights[other] = weights.get(other, 0.0) + weight
    weights.pop(key, None)
    if len(weights) > limit:
        least = sorted(weights.values(), reverse=True)[limit - 1]
        weights = {other: sum_ for other, sum_ in weights.items() if sum_ >= least}
    best = sorted(weights, key=catalogue.rank.__getitem__)
    best.sort(key=weights.__getitem__, reverse=True)  # keeps the order of equals
    return tuple(best[:limit])


def _neighbours(
    key: str, works: Sequence[str], rank: Mapping[str, int]
) -> Sequence[str]:
    """Return the works around one in a list that holds it, newest first, with it."""
    if len(works) <= _NEIGHBOURS:
        return works
    place = bisect_left(works, rank[key], key=rank.__getitem__)
    return works[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1]
