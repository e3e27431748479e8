"""Works under one name, in groups: what is tied by coauthors, venues and keywords.

Nothing is decided here; see :mod:`bibwiki.catalogue.identity.namesakes`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.evidence import CIRCLE, Subjects
from bibwiki.catalogue.identity.place_sets import PlaceSets

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bibwiki.catalogue.identity.attribution import Attribution, Identity
    from bibwiki.catalogue.identity.place_sets import Part
    from bibwiki.model.identifier import Identifier
    from bibwiki.model.work import Work


class Group:
    """Works under one name that are tied to each other."""

    __slots__ = ("_around", "_coauthors", "_ties", "identifiers", "parts", "places")

    def __init__(
        self,
        places: tuple[tuple[int, int], ...],
        parts: set[Part],
        identifiers: Mapping[str, str],
        ties: Places,
    ) -> None:
        self.places = places
        """The number of a work and of a creator on it, in the order of the works."""
        self.parts = parts
        """What nobody plays twice: see :data:`Part`."""
        self.identifiers = identifiers
        """What stands with the name: maps a scheme to its only value."""
        self._ties = ties
        # Few groups are ever compared: these are found when they are first asked for.
        self._coauthors: frozenset[int] | None = None
        self._around: frozenset[int] | None = None

    @property
    def coauthors(self) -> frozenset[int]:
        """The numbers of those who tie the works to others."""
        if self._coauthors is None:
            self._coauthors = self._ties.coauthors(self.places)
        return self._coauthors

    @property
    def around(self) -> frozenset[int]:
        """The numbers of all works that coauthors of these works have written."""
        if self._around is None:
            written = map(self._ties.written.__getitem__, self.coauthors)
            self._around = frozenset().union(*written)
        return self._around

    def is_near(self, other: Group) -> bool:
        """Tell whether a coauthor here has written with a coauthor there."""
        written = map(self._ties.written.__getitem__, other.coauthors)
        return not all(map(self.around.isdisjoint, written))

    def is_far_from(self, other: Group) -> bool:
        """Tell whether both have coauthors, and none has written with another's."""
        both = self.coauthors and other.coauthors
        return bool(both) and not self.is_near(other)

    def is_at_the_time_of(self, other: Group) -> bool:
        """Tell whether most works of both fall into the years of the other one."""
        here, there = self._ties.years(self.places), self._ties.years(other.places)
        if not here or not there:
            return False
        inside = _inside(here, there) + _inside(there, here)
        return 2 * inside > len(here) + len(there)


class Places:
    """Where suspect names stand, and what ties these places together."""

    def __init__(
        self,
        works: Sequence[Work],
        by_work: Sequence[tuple[Attribution, ...]],
        suspects: Collection[str],
        common: Collection[str],
        identified: Mapping[tuple[int, int], Iterable[Identifier]],
    ) -> None:
        """Find the places of the suspect names; the common ones tie nothing.

        Args:
            works: All works.
            by_work: Whom their creators are taken for.
            suspects: The normalised names that may be those of several people.
            common: Those of them that tie nothing.
            identified: Maps places to what stands with the name there.
        """
        self.written: list[list[int]] = []
        """The works of each creator who ties, by the creator's number."""
        self._works = works
        self._identified = identified
        self._subjects = Subjects(works)
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        self._tying: list[list[int | None]] = []
        """For each work, the numbers of its creators; None for who does not tie."""
        self._narrow: dict[int, list[str]] = {}
        self._look(by_work, suspects, common)

    def _look(
        self,
        by_work: Sequence[tuple[Attribution, ...]],
        suspects: Collection[str],
        common: Collection[str],
    ) -> None:
        """Go through all works once: note where suspects stand, and who ties."""
        numbers: dict[Identity, int] = {}
        told: dict[int, tuple[str | None, int | None]] = {}
        """Suspect name and number, by the ``id()`` of attributions, which works share:
        quicker than looking for identities."""
        for work, many in enumerate(by_work):
            tying: list[int | None] = []
            for place, one in enumerate(many):
                if id(one) not in told:
                    told[id(one)] = _tell(one.identity, suspects, common, numbers)
                name, creator = told[id(one)]
                if name is not None:
                    self._places[name].append((work, place))
                tying.append(creator)
            self.written.extend([] for _ in range(len(self.written), len(numbers)))
            if len(many) > CIRCLE:
                tying = []
            self._tying.append(tying)
            for creator in tying:
                if creator is not None:
                    self.written[creator].append(work)

    def of(self, key: str) -> list[tuple[int, int]]:
        """Return where a name stands: the numbers of a work and of a creator on it."""
        return self._places[key]

    def groups(self, key: str) -> list[Group]:
        """Group the places of a name, in the order of the works.

        Two creators of one work and role are never in one group, nor are two
        identifiers of one scheme.
        """
        places = self._places[key]
        sets = self._joined(places)
        groups: dict[int, list[tuple[int, int]]] = {}
        for place, label in zip(places, sets.label, strict=True):
            groups.setdefault(label, []).append(place)
        return [
            Group(tuple(many), sets.parts[label], sets.identifiers.get(label, {}), self)
            for label, many in groups.items()
        ]

    def coauthors(self, places: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Return the numbers of the other creators who tie.

        Of a work that has too many creators, nobody does.
        """
        return frozenset(
            creator
            for work, place in places
            for other, creator in enumerate(self._tying[work])
            if creator is not None and other != place
        )

    def years(self, places: Iterable[tuple[int, int]]) -> list[int]:
        """Return the years of the works that have one, in the order of the places."""
        years = (self._works[work].year for work, _ in places)
        return [year for year in years if year is not None]

    def _joined(self, places: Sequence[tuple[int, int]]) -> PlaceSets:
        """Join the places that are tied to each other."""
        sets = self._joined_by_identifiers(places)
        label = sets.label
        seen: dict[int | str, int] = {}
        for number, (work, place) in enumerate(places):
            for other, tie in enumerate(self._tying[work]):
                if tie is not None and other != place:
                    first = seen.setdefault(tie, number)
                    if label[first] != label[number]:
                        sets.join(first, number)
            for subject in self._narrow_subjects(work):
                first = seen.setdefault(subject, number)
                if label[first] != label[number]:
                    sets.join(first, number)
        return sets

    def _joined_by_identifiers(self, places: Sequence[tuple[int, int]]) -> PlaceSets:
        """Join what one identifier stands with, and the author who is editor too."""
        told = self._identified
        identifiers = {
            number: {one.scheme: one.value for one in told[place]}
            for number, place in enumerate(places)
            if place in told
        }
        parts: list[Part] = [work for work, _ in places]
        repeated = len(set(parts)) < len(parts)
        if repeated:
            works = self._works
            parts = [(w, works[w].contributions[place].role) for w, place in places]
        sets = PlaceSets(parts, identifiers)
        if identifiers or repeated:
            seen: dict[object, int] = {}
            for number, place in enumerate(places):
                for tie in (place[0], *told.get(place, ())):
                    sets.join(seen.setdefault(tie, number), number)
        return sets

    def _narrow_subjects(self, work: int) -> list[str]:
        narrow = self._narrow.get(work)
        if narrow is None:
            narrow = self._narrow[work] = self._subjects.narrow(work)
        return narrow


def _tell(
    identity: Identity | None,
    suspects: Collection[str],
    common: Collection[str],
    numbers: dict[Identity, int],
) -> tuple[str | None, int | None]:
    """Return the name if it is a suspect one, and the number of a creator who ties."""
    if identity is None:
        return None, None
    key = identity.value if identity.basis == "name" else None
    # That two people of common names wrote together proves little.
    ties = key is None or key not in common
    number = numbers.setdefault(identity, len(numbers)) if ties else None
    return (key if key in suspects else None), number


def _inside(years: Sequence[int], others: Sequence[int]) -> int:
    first, last = min(others), max(others)
    return sum(first <= year <= last for year in years)
