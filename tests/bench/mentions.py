"""A made anthology: who wrote what with whom, under which names, with the truth.

People work in groups of some size on the group's subjects, now and then with another
group; few are prolific and many write once or twice. Some large works have authors from
everywhere, where two people of one name meet.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TypeAlias

from invented_people import (
    InventedPerson,
    invent_person,
    with_rare_family,
    write_name,
)

_Chance: TypeAlias = random.Random
_GROUP = 24
_TEAMS = (13, 24, 23, 16, 10, 6, 4, 2, 2)
"""Of a hundred works, how many one, two, three ... people of a group write, as in the
proceedings of large conferences."""
YEARS = 30
FIRST_YEAR = 1994


@dataclass(frozen=True, slots=True)
class MadeAnthology:
    """Works as BibTeX, and whose names they hold."""

    bibtex: str
    authors: tuple[tuple[int, ...], ...]
    """For each work the numbers of its people, in the order of its names."""

    @property
    def mentions(self) -> int:
        """How many names the works hold."""
        return sum(map(len, self.authors))


def make_anthology(
    people: int = 7_000,
    works: int = 7_300,
    seed: int = 1815,
    common: float = 1.0,
    rare: float = 0.0,
) -> MadeAnthology:
    """Make an anthology, the same for the same sizes and seed.

    Args:
        people: How many people there are; some write nothing.
        works: How many works they write.
        seed: Decides everything that is left to chance.
        common: Multiplies the share of those whose names many others have.
        rare: The share of those whose family names are rarer than the pools make them:
            with ten times as many people there are not as many more namesakes.
    """
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    everybody = [invent_person(chance, common) for _ in range(people)]
    if rare:
        everybody = [
            with_rare_family(one, chance) if chance.random() < rare else one
            for one in everybody
        ]
    # Few are prolific: the weights fall as in Lotka's law of authorship.
    activity = [chance.paretovariate(1.15) for _ in range(people)]
    groups = _groups(people, activity, chance)
    weights = [group.weight for group in groups]
    entries, authors = [], []
    for number in range(works):
        group, guest = chance.choices(groups, weights, k=2)
        year = chance.randrange(YEARS)
        ids = _authors(group, guest, year, groups, chance)
        authors.append(tuple(ids))
        names = [write_name(everybody[one], chance, year / YEARS) for one in ids]
        entries.append(_entry(number, names, group, year, chance))
    return MadeAnthology("".join(entries), tuple(authors))


def make_large_anthology() -> MadeAnthology:
    """Make one with ten times as many names, a few of them those of several people.

    Plain names tell as many people apart in it as they do in the large anthologies
    whose editors know who is who: of a thousand pairs, six are wrong.
    """
    return make_anthology(75_000, 72_500, rare=0.7)


def _groups(people: int, activity: list[float], chance: _Chance) -> list[_Group]:
    """Put everybody into a group, and a quarter, in the end, into another one."""
    count = people // _GROUP
    early: list[list[int]] = [[] for _ in range(count)]
    late: list[list[int]] = [[] for _ in range(count)]
    for one in range(people):
        home = one % count
        early[home].append(one)
        late[chance.randrange(count) if chance.random() < 0.25 else home].append(one)
    return [
        _Group(members, later, activity, number)
        for number, (members, later) in enumerate(zip(early, late, strict=True))
    ]


class _Group:
    """People who work together on a few subjects, in two halves of the time."""

    def __init__(
        self,
        early: list[int],
        late: list[int],
        activity: list[float],
        number: int,
    ) -> None:
        self._members = (early, late or early)
        self._weights = [
            [min(activity[one], 60.0) for one in members] for members in self._members
        ]
        self.weight = sum(map(sum, self._weights))
        self.subject = f"subject {number // 3}"
        self.workshop = f"Workshop on Subject {number // 4}"

    def some(self, count: int, year: int, chance: _Chance) -> list[int]:
        """Return some members in a year, the active ones rather than others."""
        half = int(2 * year >= YEARS)
        drawn = chance.choices(self._members[half], self._weights[half], k=count)
        return list(dict.fromkeys(drawn))


def _authors(
    group: _Group, guest: _Group, year: int, groups: list[_Group], chance: _Chance
) -> list[int]:
    count = chance.choices(range(1, len(_TEAMS) + 1), _TEAMS)[0]
    ids = group.some(count, year, chance)
    if chance.random() < 0.15:
        ids += guest.some(1 + count // 3, year, chance)
    if chance.random() < 0.003:  # a large project
        for other in chance.sample(groups, 20):
            ids += other.some(3, year, chance)
    return list(dict.fromkeys(ids))


def _entry(
    number: int, names: list[str], group: _Group, year: int, chance: _Chance
) -> str:
    venue = group.workshop
    if chance.random() < 0.6:
        venue = chance.choice(("Grand Meeting", "Northern Meeting", "Great Review"))
    keywords = f"  keywords = {{{group.subject}}},\n" if chance.random() < 0.2 else ""
    return (
        f"@inproceedings{{work{number},\n"
        f"  author = {{{' and '.join(names)}}},\n"
        f"  title = {{On Matter Number {number}}},\n"
        f"  booktitle = {{Proceedings of the {venue}}},\n"
        f"{keywords}  year = {{{FIRST_YEAR + year}}},\n}}\n"
    )


__all__ = [
    "InventedPerson",
    "MadeAnthology",
    "make_anthology",
    "make_large_anthology",
]
