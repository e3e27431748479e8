"""Names that several people have: there the full name alone is not enough.

Works under one name are one person's unless the works say otherwise. They fall into
groups that a coauthor, a narrow venue or a keyword ties together
(:mod:`bibwiki.catalogue.identity.ties`). A group is another person's than the largest
one if their coauthors have never written with each other, and if that is no accident:
the more common a name is in the collection, the fewer works have to show it. Single
works, and works without coauthors, prove nothing and stay with the largest group. Where
two creators of one work have a name that is not a rare one, whatever is not near the
largest group is somebody else's. Small collections have no common names.

What stands with the names comes before all this: one ORCID, or one number of DBLP, is
one person, and two of a scheme are two
(:mod:`bibwiki.catalogue.identity.identified`).
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bibwiki.catalogue.beside import when_needed
from bibwiki.catalogue.identity.attribution import (
    DECLARED_ID,
    IDENTIFIER,
    Attribution,
    Identity,
)
from bibwiki.catalogue.identity.commonness import Commonness
from bibwiki.catalogue.identity.identified import (
    DECLARED,
    contradict,
    identified_places,
    names_of_several,
)
from bibwiki.catalogue.identity.ties import Group, Places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bibwiki.catalogue.beside import Beside
    from bibwiki.model.work import Work

Place: TypeAlias = tuple[int, int]
"""The number of a work and of a creator on it."""
_COMMON = 0.7
"""From so many expected namesakes on it is likelier than not that there is one: two
works apart from the others are somebody else's."""
_NOT_RARE = 0.05
"""From so many on, more works are who were written in the years of the others: whoever
changes places and subjects leaves the earlier ones."""
_SEVERAL = 4
"""How many works these have to be."""
_PLAUSIBLE = 0.1
"""From so many on, two of the name on one work are two people, and no slip."""


def part_namesakes(
    works: Sequence[Work],
    by_work: Sequence[tuple[Attribution, ...]],
    beside: Beside = when_needed,
) -> tuple[tuple[Attribution, ...], ...]:
    """Part the works of names that several people have.

    Declared ids and aliases are left alone: whoever has a page is known. People are
    numbered in the order of the works; number 1 is the first.
    """
    identified = identified_places(works, by_work)
    several = names_of_several(by_work, identified)
    expected, proven = _suspects(by_work, several)
    if not expected:
        return tuple(by_work)
    common = {key for key, many in expected.items() if many >= _COMMON} | proven
    places = Places(works, by_work, expected, common, identified)
    parting = _Parting(places, expected, proven, several)
    # No name has to do with another one: half of them may be looked at elsewhere.
    keys = list(expected)
    others = beside(lambda: parting.people(keys[1::2]))
    found = parting.people(keys[::2]) | others()
    parted = {work: list(by_work[work]) for work in _works_of(found.values())}
    for key, people in found.items():
        for number, of_one in enumerate(people, 1):
            since = works[min(of_one)[0]].key if number > 1 else ""
            identity = Identity("name", key, number, since)
            by_rule: dict[str, Attribution] = {}
            for work, place in of_one:
                rule = by_work[work][place].rule
                if key in several and (work, place) in identified:
                    rule = DECLARED_ID if rule == DECLARED_ID else IDENTIFIER
                if rule not in by_rule:
                    by_rule[rule] = Attribution(identity, rule)
                parted[work][place] = by_rule[rule]
    return tuple([tuple(parted.get(n, many)) for n, many in enumerate(by_work)])


def _works_of(found: Iterable[Iterable[Sequence[Place]]]) -> set[int]:
    return {work for people in found for of_one in people for work, _ in of_one}


class _Parting(NamedTuple):
    """What is needed to part the works of suspect names."""

    places: Places
    expected: Mapping[str, float]
    proven: Collection[str]
    several: Collection[str]

    def people(self, keys: Iterable[str]) -> dict[str, list[list[Place]]]:
        """Map names that several people have to the places of each."""
        found: dict[str, list[list[Place]]] = {}
        for key in keys:
            many, proven, places = self.expected[key], key in self.proven, self.places
            if key not in self.several and _is_one(places.of(key), many, proven=proven):
                continue
            people = _people(places.groups(key), many, proven=proven)
            if len(people) > 1:
                found[key] = [
                    list(chain.from_iterable(group.places for group in groups))
                    for groups in people
                ]
        return found


def _suspects(
    by_work: Sequence[tuple[Attribution, ...]], several: Collection[str]
) -> tuple[dict[str, float], set[str]]:
    """Return how many namesakes the suspect names have, and which are proven.

    The names stand in the order of the works. Identifiers make a name suspect, and
    prove it shared, where it is not a rare one: an identifier can be a slip, too.
    """
    attributions = list(chain.from_iterable(by_work))
    # Works share attributions: counted by ``id()``, few have to be looked into.
    known = {id(one): one for one in attributions}
    count: dict[str, int] = {}
    proven = set(several)
    for number, often in Counter(map(id, attributions)).items():
        identity = known[number].identity
        if identity is not None and identity.basis == "name":
            count[identity.value] = count.get(identity.value, 0) + often
            if identity.number > 1:
                proven.add(identity.value)
    common = Commonness(count)
    expected: dict[str, float] = {
        key: many
        for key, often in count.items()
        if often > 1
        and ((many := common.namesakes(key)) >= _NOT_RARE or key in several)
    }
    return expected, {key for key in proven if expected.get(key, 0) >= _PLAUSIBLE}


def _is_one(
    places: Sequence[tuple[int, int]], expected: float, *, proven: bool
) -> bool:
    """Tell at a glance that works are too few to part them: those of most names are."""
    least = 2 if expected >= _COMMON else _SEVERAL
    few = not proven and len(places) < 2 * least
    return few and len({work for work, _ in places}) == len(places)


def _people(
    groups: Sequence[Group], expected: float, *, proven: bool
) -> list[list[Group]]:
    """Gather the groups of works under one name into people, in the order of works."""
    largest = max(groups, key=lambda group: len(group.places))
    people = [[largest]]
    there = set(largest.parts)
    identifiers = dict(largest.identifiers)
    for group in groups:
        if group is largest:
            continue
        if (
            (identifiers and contradict(identifiers, group.identifiers))
            or _is_another(group, largest, expected, proven=proven)
            or not there.isdisjoint(group.parts)
        ):
            people.append([group])
        else:
            people[0].append(group)
            there |= group.parts
            identifiers |= group.identifiers
    return sorted(people, key=_order)


def _order(person: Sequence[Group]) -> tuple[bool, tuple[int, int]]:
    """Order people by their first work; whom entries name by the plain id is first."""
    declared = any(DECLARED in group.identifiers for group in person)
    return not declared, min(group.places[0] for group in person)


def _is_another(group: Group, largest: Group, expected: float, *, proven: bool) -> bool:
    if proven:
        return not largest.is_near(group)
    count = len(group.places)
    enough = (count > 1 and expected >= _COMMON) or (
        count >= _SEVERAL and largest.is_at_the_time_of(group)
    )
    return enough and largest.is_far_from(group)
