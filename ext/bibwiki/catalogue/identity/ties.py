"""Works under one name, in groups: what is tied by coauthors, venues and keywords.

Nothing is decided here; see :mod:`bibwiki.catalogue.identity.namesakes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.evidence import CIRCLE, Subjects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bibwiki.catalogue.identity.decide import Attribution, Identity
    from bibwiki.model.work import Work


@dataclass(frozen=True, slots=True)
class Group:
    """Works under one name that are tied to each other."""

    places: tuple[tuple[int, int], ...]
    """The number of a work and of a creator on it, in the order of the works."""
    works: frozenset[int]
    """The numbers of the works."""
    around: frozenset[int]
    """The numbers of all works that coauthors of these works have written."""
    years: tuple[int, ...]
    """Of the works that have one, in the order of the works."""

    def is_near(self, other: Group) -> bool:
        """Tell whether a coauthor here has written with a coauthor there."""
        return not self.around.isdisjoint(other.around)

    def is_far_from(self, other: Group) -> bool:
        """Tell whether both have coauthors, and none has written with another's."""
        return bool(self.around and other.around) and not self.is_near(other)

    def is_at_the_time_of(self, other: Group) -> bool:
        """Tell whether most works of both fall into the years of the other one."""
        if not self.years or not other.years:
            return False
        inside = _inside(self.years, other.years) + _inside(other.years, self.years)
        return 2 * inside > len(self.years) + len(other.years)


class Places:
    """Where suspect names stand, and what ties these places together."""

    def __init__(
        self,
        works: Sequence[Work],
        by_work: Sequence[tuple[Attribution, ...]],
        suspects: Collection[str],
        common: Collection[str],
    ) -> None:
        """Find the places of the suspect names; the common ones tie nothing."""
        self._works = works
        self._by_work = by_work
        self._common = common
        self._subjects = Subjects(works)
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, many in enumerate(by_work):
            for place, (identity, _) in enumerate(many):
                if identity and identity.basis == "name" and identity.value in suspects:
                    self._places.setdefault(identity.value, []).append((number, place))
        self._written = self._works_of_coauthors()

    def groups(self, key: str) -> list[Group]:
        """Group the places of a name, in the order of the works.

        Two creators of one work are never in one group.
        """
        places = self._places[key]
        roots = self._roots(places)
        groups: dict[int, list[tuple[int, int]]] = {}
        for place, root in zip(places, roots, strict=True):
            groups.setdefault(root, []).append(place)
        return [self._group(tuple(many)) for many in groups.values()]

    def _roots(self, places: Sequence[tuple[int, int]]) -> list[int]:
        parent = list(range(len(places)))
        there = [{work} for work, _ in places]

        def root(one: int) -> int:
            while parent[one] != one:
                parent[one] = parent[parent[one]]
                one = parent[one]
            return one

        seen: dict[object, int] = {}
        for number, (work, place) in enumerate(places):
            ties = (*self._coauthors(work, place), *self._narrow_subjects(work))
            for tie in ties:
                one, other = root(number), root(seen.setdefault(tie, number))
                if one != other and there[one].isdisjoint(there[other]):
                    low, high = sorted((one, other))
                    parent[high] = low
                    there[low] |= there[high]
        return [root(number) for number in range(len(places))]

    def _group(self, places: tuple[tuple[int, int], ...]) -> Group:
        around: set[int] = set()
        for work, place in places:
            for coauthor in self._coauthors(work, place):
                around |= self._written[coauthor]
        years = (self._works[work].year for work, _ in places)
        return Group(
            places,
            frozenset(work for work, _ in places),
            frozenset(around),
            tuple(year for year in years if year is not None),
        )

    def _coauthors(self, work: int, place: int) -> Iterator[Identity]:
        """Yield the other creators; of a work that has too many, nobody.

        That two people of common names wrote together proves little.
        """
        many = self._by_work[work]
        if len(many) <= CIRCLE:
            for other, (identity, _) in enumerate(many):
                if identity is None or other == place:
                    continue
                if identity.basis != "name" or identity.value not in self._common:
                    yield identity

    def _narrow_subjects(self, work: int) -> list[str]:
        return self._subjects.narrow(self._works[work])

    def _works_of_coauthors(self) -> dict[Identity, set[int]]:
        written: dict[Identity, set[int]] = {
            coauthor: set()
            for places in self._places.values()
            for work, place in places
            for coauthor in self._coauthors(work, place)
        }
        for number, many in enumerate(self._by_work):
            if len(many) <= CIRCLE:
                for identity, _ in many:
                    if identity in written:
                        written[identity].add(number)
        return written


def _inside(years: Sequence[int], others: Sequence[int]) -> int:
    first, last = min(others), max(others)
    return sum(first <= year <= last for year in years)
