"""Groups of people who write mostly among themselves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bibwiki.pages.drawings.coauthor_ties import teams

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.coauthor_ties import Circle

_ROUNDS = 20


def coauthor_groups(circle: Circle) -> tuple[tuple[str, ...], ...]:
    """Divide the people of a circle into groups, the largest first.

    Everybody moves to the group that their ties lead to more than chance would, until
    nobody moves any more: the first level of the Louvain method. Within a group the
    best connected person comes first.
    """
    ties = _close_ties(circle)
    strength = {person: _total(list(own.values())) for person, own in ties.items()}
    group = {person: number for number, person in enumerate(circle.people)}
    weight = {group[person]: strength[person] for person in circle.people}
    everything = _total(list(strength.values())) or 1.0
    for _ in range(_ROUNDS):
        moved = False
        for person in circle.people:
            old = group[person]
            weight[old] -= strength[person]
            pulls = {old: 0.0}
            for other, closeness in ties[person].items():
                pulls[group[other]] = pulls.get(group[other], 0.0) + closeness
            share = strength[person] / everything
            new = max(
                pulls,
                key=lambda one: (pulls[one] - weight[one] * share, one == old, -one),
            )
            weight[new] += strength[person]
            group[person] = new
            moved = moved or new != old
        if not moved:
            break
    return _by_size(circle.people, group)


def _close_ties(circle: Circle) -> dict[str, dict[str, float]]:
    """Return the ties within a circle, in an order that does not change."""
    return {
        person: {
            other: circle.ties[person][other].closeness
            for other in circle.people
            if other in circle.ties[person]
        }
        for person in circle.people
    }


def _total(values: list[float]) -> float:
    """Add from left to right: ``sum`` rounds differently from Python 3.12 on."""
    total = 0.0
    for value in values:
        total += value
    return total


def _by_size(
    people: Sequence[str], group: Mapping[str, int]
) -> tuple[tuple[str, ...], ...]:
    members: dict[int, list[str]] = {}
    for person in people:
        members.setdefault(group[person], []).append(person)
    ordered = sorted(members.values(), key=len, reverse=True)
    return tuple(tuple(one) for one in ordered)


def group_topic(
    context: PageContext, members: Sequence[str], taken: Container[str] = ()
) -> str | None:
    """Return the topic that a group's joint works have more often than all works do.

    Args:
        context: The catalogue.
        members: The people of the group.
        taken: Topics that stand for other groups.

    Returns:
        None where no topic stands out on two works or more.
    """
    catalogue = context.catalogue
    inside = set(members)
    keys = {key for person in members for key in catalogue.people[person].works}
    joint = [
        catalogue.works[key]
        for key in sorted(keys)
        if any(len(team & inside) > 1 for team in teams(catalogue.works[key]))
    ]
    counts = Counter(topic for work in joint for topic in work.topics)
    shares = {
        topic: count / len(joint)
        - len(catalogue.topics[topic].works) / len(catalogue.works)
        for topic, count in counts.items()
        if count > 1 and topic not in taken
    }
    if not shares:
        return None
    return max(shares, key=lambda one: (shares[one], counts[one], one))
