"""Names that several people have: there the full name alone is not enough.

Works under one name are one person's unless the works say otherwise. They fall into
groups that a coauthor, a narrow venue or a keyword ties together
(:mod:`bibwiki.catalogue.identity.ties`). A group is another person's than the largest
one if their coauthors have never written with each other, and if that is no accident:
the more common a name is in the collection, the fewer works have to show it. Single
works, and works without coauthors, prove nothing and stay with the largest group. Where
two creators of one work have a name that is not a rare one, whatever is not near the
largest group is somebody else's. Small collections have no common names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.commonness import Commonness
from bibwiki.catalogue.identity.decide import NORMALISED_NAME, Attribution, Identity
from bibwiki.catalogue.identity.ties import Group, Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.model.work import Work

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
    works: Sequence[Work], by_work: Sequence[tuple[Attribution, ...]]
) -> tuple[tuple[Attribution, ...], ...]:
    """Part the works of names that several people have.

    Declared ids and aliases are left alone: whoever has a page is known. People are
    numbered in the order of the works; number 1 is the first.
    """
    expected, proven = _suspects(by_work)
    if not expected:
        return tuple(by_work)
    common = {key for key, many in expected.items() if many >= _COMMON} | proven
    places = Places(works, by_work, expected, common)
    parted = [list(many) for many in by_work]
    for key, many in expected.items():
        people = _people_of(key, places, many, proven=key in proven)
        for number, groups in enumerate(people, 1):
            first = min(place for group in groups for place in group.places)[0]
            since = works[first].key if number > 1 else ""
            attribution = Attribution(
                Identity("name", key, number, since), NORMALISED_NAME
            )
            for group in groups:
                for work, place in group.places:
                    parted[work][place] = attribution
    return tuple(tuple(many) for many in parted)


def _suspects(
    by_work: Sequence[tuple[Attribution, ...]],
) -> tuple[dict[str, float], set[str]]:
    """Return how many namesakes the suspect names have, and which are proven.

    The names stand in the order of the works.
    """
    count: dict[str, int] = {}
    proven: set[str] = set()
    for attributions in by_work:
        for identity, _ in attributions:
            if identity is not None and identity.basis == "name":
                count[identity.value] = count.get(identity.value, 0) + 1
                if identity.number > 1:
                    proven.add(identity.value)
    common = Commonness(count)
    expected = {
        key: many
        for key, often in count.items()
        if often > 1 and (many := common.namesakes(key)) >= _NOT_RARE
    }
    return expected, {key for key in proven if expected.get(key, 0) >= _PLAUSIBLE}


def _people_of(
    key: str, places: Places, expected: float, *, proven: bool
) -> list[list[Group]]:
    """Gather the works under one name into people; nobody where they all are one's.

    Most names have too few works to part them, which is told at a glance.
    """
    stand = places.of(key)
    at_a_glance = not proven and len({work for work, _ in stand}) == len(stand)
    least = 2 if expected >= _COMMON else _SEVERAL
    if at_a_glance and len(stand) < 2 * least:
        return []
    groups = places.groups(key)
    if at_a_glance and sum(len(group.places) >= least for group in groups) < 2:
        return []
    return _people(groups, expected, proven=proven)


def _people(
    groups: Sequence[Group], expected: float, *, proven: bool
) -> list[list[Group]]:
    """Gather the groups of works under one name into people, in the order of works."""
    largest = max(groups, key=lambda group: len(group.places))
    people = [[largest]]
    there = set(largest.works)
    for group in groups:
        if group is largest:
            continue
        another = _is_another(group, largest, expected, proven=proven)
        if another or not there.isdisjoint(group.works):
            people.append([group])
        else:
            people[0].append(group)
            there |= group.works
    return sorted(people, key=lambda many: min(group.places[0] for group in many))


def _is_another(group: Group, largest: Group, expected: float, *, proven: bool) -> bool:
    if proven:
        return not largest.is_near(group)
    count = len(group.places)
    enough = (count > 1 and expected >= _COMMON) or (
        count >= _SEVERAL and largest.is_at_the_time_of(group)
    )
    return enough and largest.is_far_from(group)
