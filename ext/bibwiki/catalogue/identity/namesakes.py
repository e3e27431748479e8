"""Names that several people have: there the full name alone is not enough.

Two cases are taken for that: two creators of one work have the name, and it is not a
rare one; or the name is so common in the collection that several people are expected
to have it. Works under such a name belong to one person where they share a coauthor, a
narrow venue or a keyword, also through other works. Small collections have no names of
the second kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.commonness import Commonness
from bibwiki.catalogue.identity.decide import NORMALISED_NAME, Attribution, Identity
from bibwiki.catalogue.identity.evidence import CIRCLE, Subjects

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bibwiki.model.work import Work

_EXPECTED = 0.7
"""From so many expected namesakes on it is likelier than not that there is one."""
_PLAUSIBLE = 0.1
"""The same where two of one work have the name; below, it is rather a slip."""


def part_namesakes(
    works: Sequence[Work], by_work: Sequence[tuple[Attribution, ...]]
) -> tuple[tuple[Attribution, ...], ...]:
    """Part the works of names that several people have.

    Declared ids and aliases are left alone: whoever has a page is known. People are
    numbered in the order of the works; number 1 is the first.
    """
    suspects = _suspects(by_work)
    if not suspects:
        return tuple(by_work)
    names = _Mentions(works, by_work, suspects)
    parted = [list(many) for many in by_work]
    for key in suspects:
        since: dict[int, str] = {1: ""}
        for (work, place), number in names.people(key).items():
            first = since.setdefault(number, works[work].key)
            identity = Identity("name", key, number, first)
            parted[work][place] = Attribution(identity, NORMALISED_NAME)
    return tuple(tuple(many) for many in parted)


def _suspects(by_work: Sequence[tuple[Attribution, ...]]) -> dict[str, None]:
    """Return the names that several people have, in the order of the works."""
    keys: dict[str, None] = {}
    proven: set[str] = set()
    for many in by_work:
        for identity, _ in many:
            if identity is not None and identity.basis == "name":
                keys[identity.value] = None
                if identity.number > 1:
                    proven.add(identity.value)
    common = Commonness(keys)
    return {
        key: None
        for key in keys
        if common.namesakes(key) >= (_PLAUSIBLE if key in proven else _EXPECTED)
    }


class _Mentions:
    """Where suspect names stand, and what could tie these places together."""

    def __init__(
        self,
        works: Sequence[Work],
        by_work: Sequence[tuple[Attribution, ...]],
        suspects: Mapping[str, None],
    ) -> None:
        self._by_work = by_work
        self._works = works
        self._subjects = Subjects(works)
        self._suspects = suspects
        self._places: dict[str, list[tuple[int, int]]] = {}
        for number, many in enumerate(by_work):
            for place, (identity, _) in enumerate(many):
                if identity is not None and _suspect(identity, suspects):
                    self._places.setdefault(identity.value, []).append((number, place))

    def people(self, key: str) -> dict[tuple[int, int], int]:
        """Map the places of a name to the number of its person there."""
        places = self._places[key]
        parent = list(range(len(places)))
        there = [{work} for work, _ in places]

        def root(one: int) -> int:
            while parent[one] != one:
                parent[one] = parent[parent[one]]
                one = parent[one]
            return one

        seen: dict[object, int] = {}
        for number, (work, place) in enumerate(places):
            for tie in self._ties(work, place):
                one, other = root(number), root(seen.setdefault(tie, number))
                if one != other and there[one].isdisjoint(there[other]):
                    low, high = sorted((one, other))
                    parent[high] = low
                    there[low] |= there[high]
        numbers: dict[int, int] = {}
        return {
            place: numbers.setdefault(root(number), len(numbers) + 1)
            for number, place in enumerate(places)
        }

    def _ties(self, work: int, place: int) -> Iterator[object]:
        many = self._by_work[work]
        if len(many) <= CIRCLE:
            for other, (identity, _) in enumerate(many):
                # That two people of common names wrote together proves little.
                common = _suspect(identity, self._suspects)
                if identity is not None and other != place and not common:
                    yield identity
        yield from self._subjects.narrow(self._works[work])


def _suspect(identity: Identity | None, suspects: Mapping[str, None]) -> bool:
    return (
        identity is not None and identity.basis == "name" and identity.value in suspects
    )
