"""Works under one name, in groups: what is tied by coauthors, venues and keywords.

Nothing is decided here; see :mod:`bibwiki.catalogue.identity.namesakes`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.evidence import CIRCLE, Subjects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bibwiki.catalogue.identity.decide import Attribution, Identity
    from bibwiki.model.work import Work


class Group:
    """Works under one name that are tied to each other."""

    __slots__ = ("_around", "_coauthors", "_written", "places", "works", "years")

    def __init__(
        self,
        places: tuple[tuple[int, int], ...],
        years: tuple[int, ...],
        coauthors: frozenset[Identity],
        written: Mapping[Identity, Sequence[int]],
    ) -> None:
        self.places = places
        """The number of a work and of a creator on it, in the order of the works."""
        self.works = frozenset(work for work, _ in places)
        """The numbers of the works."""
        self.years = years
        """Of the works that have one, in the order of the works."""
        self._coauthors = coauthors
        self._written = written
        self._around: frozenset[int] | None = None

    def is_near(self, other: Group) -> bool:
        """Tell whether a coauthor here has written with a coauthor there."""
        around = self._works_around()
        return any(
            not around.isdisjoint(other._written[coauthor])
            for coauthor in other._coauthors
        )

    def is_far_from(self, other: Group) -> bool:
        """Tell whether both have coauthors, and none has written with another's."""
        both = self._coauthors and other._coauthors
        return bool(both) and not self.is_near(other)

    def is_at_the_time_of(self, other: Group) -> bool:
        """Tell whether most works of both fall into the years of the other one."""
        if not self.years or not other.years:
            return False
        inside = _inside(self.years, other.years) + _inside(other.years, self.years)
        return 2 * inside > len(self.years) + len(other.years)

    def _works_around(self) -> frozenset[int]:
        """Return the numbers of all works that coauthors of these works have written.

        Few groups are ever compared: it is found when it is first asked for.
        """
        if self._around is None:
            written = (self._written[coauthor] for coauthor in self._coauthors)
            self._around = frozenset().union(*written)
        return self._around


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
        self._subjects = Subjects(works)
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._written: defaultdict[Identity, list[int]] = defaultdict(list)
        self._tying: dict[int, list[tuple[int, Identity]]] = {}
        """Maps works to the creators who tie, and to their places among all."""
        self._narrow: dict[int, list[str]] = {}
        for number, many in enumerate(by_work):
            tying: list[tuple[int, Identity]] = []
            for place, (identity, _) in enumerate(many):
                if identity is None:
                    continue
                named = identity.basis == "name"
                if named and identity.value in suspects:
                    self._places[identity.value].append((number, place))
                # That two people of common names wrote together proves little.
                if not (named and identity.value in common):
                    tying.append((place, identity))
            if len(many) <= CIRCLE:
                self._tying[number] = tying
                for identity in dict.fromkeys(identity for _, identity in tying):
                    self._written[identity].append(number)

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
            for tie in (*self._coauthors(work, place), *self._narrow_subjects(work)):
                first = seen.setdefault(tie, number)
                if first == number:
                    continue
                one, other = root(number), root(first)
                if one != other and there[one].isdisjoint(there[other]):
                    low, high = sorted((one, other))
                    parent[high] = low
                    there[low] |= there[high]
        return [root(number) for number in range(len(places))]

    def _group(self, places: tuple[tuple[int, int], ...]) -> Group:
        years = (self._works[work].year for work, _ in places)
        return Group(
            places,
            tuple(year for year in years if year is not None),
            frozenset(one for place in places for one in self._coauthors(*place)),
            self._written,
        )

    def _coauthors(self, work: int, place: int) -> Iterable[Identity]:
        """Return the other creators who tie; of a work that has too many, nobody."""
        tying = self._tying.get(work, ())
        return [identity for other, identity in tying if other != place]

    def _narrow_subjects(self, work: int) -> list[str]:
        narrow = self._narrow.get(work)
        if narrow is None:
            narrow = self._narrow[work] = self._subjects.narrow(self._works[work])
        return narrow


def _inside(years: Sequence[int], others: Sequence[int]) -> int:
    first, last = min(others), max(others)
    return sum(first <= year <= last for year in years)
