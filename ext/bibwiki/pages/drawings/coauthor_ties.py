"""Who wrote with whom most: the people and ties that a picture of the wiki shows.

A wiki may have tens of thousands of people. They are ranked in one pass over the works,
and only those who are shown have their ties counted, so that the work grows with the
number of credits and not with that of pairs of people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.model.work import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.context import PageContext

TEAM_LIMIT = 100
"""Works by more people are left out: signing them says little about who works with
whom."""


@dataclass(slots=True)
class Tie:
    """What joins a person to another."""

    works: int = 0
    """Works that both wrote, or both edited."""
    closeness: float = 0.0
    """The same, each divided by the number of the other people on it (after Newman):
    two who write alone are closer than two of sixty."""


@dataclass(frozen=True, slots=True)
class Circle:
    """The people who wrote most with others, and their ties."""

    people: tuple[str, ...]
    """Ids, the best connected first."""
    ties: Mapping[str, Mapping[str, Tie]]
    """Maps each of them to all coauthors, also those who are not shown."""
    joint: Mapping[str, int]
    """Maps everybody who wrote with others to how many such works there are."""
    crowded: int
    """Works that are left out because too many people signed them."""

    def strongest(self, person: str) -> list[str]:
        """Return a person's coauthors, those with most joint works first."""
        ties = self.ties[person]
        return sorted(
            ties, key=lambda one: (-ties[one].works, -ties[one].closeness, one)
        )


def best_connected(context: PageContext, most: int) -> Circle:
    """Return the people who have most works together with others.

    Of people with equally many, all are taken or none, unless that leaves less than
    half of what is wanted: an alphabet should not decide who is seen.

    Args:
        context: The catalogue.
        most: The most people to take.
    """
    joint: dict[str, int] = {}
    colleagues: dict[str, int] = {}
    crowded = 0
    for work in context.catalogue.works.values():
        members = set()
        for team in teams(work):
            if len(team) > TEAM_LIMIT:
                crowded += 1
                continue
            members |= team
            for person in team:
                colleagues[person] = colleagues.get(person, 0) + len(team) - 1
        for person in members:
            joint[person] = joint.get(person, 0) + 1
    ranked = sorted(joint, key=lambda one: (-joint[one], -colleagues[one], one))
    if len(ranked) > most:
        next_best = joint[ranked[most]]
        above = sum(joint[person] > next_best for person in ranked[:most])
        ranked = ranked[: above if above * 2 >= most else most]
    people = tuple(ranked)
    return Circle(people, _ties(context, people), joint, crowded)


def teams(work: CataloguedWork) -> Iterator[set[str]]:
    """Yield the people of a work who have the same role, where they are several.

    Who advises a thesis wrote it with nobody.
    """
    by_role: dict[Role, set[str]] = {}
    for credit in work.credits:
        role = credit.contribution.role
        if credit.person is not None and role is not Role.ADVISOR:
            by_role.setdefault(role, set()).add(credit.person)
    for team in by_role.values():
        if len(team) > 1:
            yield team


def _ties(context: PageContext, people: tuple[str, ...]) -> dict[str, dict[str, Tie]]:
    ties: dict[str, dict[str, Tie]] = {}
    works = context.catalogue.works
    for person in people:
        own = ties[person] = {}
        for key in context.catalogue.people[person].works:
            shared: dict[str, int] = {}
            for team in teams(works[key]):
                if person in team and len(team) <= TEAM_LIMIT:
                    for other in team:
                        shared[other] = min(len(team), shared.get(other, len(team)))
            shared.pop(person, None)
            for other, size in shared.items():
                tie = own.setdefault(other, Tie())
                tie.works += 1
                tie.closeness += 1 / (size - 1)
    return ties
