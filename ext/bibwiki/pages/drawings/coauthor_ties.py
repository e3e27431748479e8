"""Who wrote with whom most: the people and ties that a picture of the wiki shows.

A wiki may have tens of thousands of people. They are ranked in one pass over the works,
and only those who are shown have their ties counted, so that the work grows with the
number of credits and not with that of pairs of people.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bibwiki.pages.drawings.network import Network, Tie, best_tied, in_order
from bibwiki.pages.drawings.network_groups import coloured_groups, groups_of

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from bibwiki.pages.context import PageContext

TEAM_LIMIT = 100
"""Works by more people are left out: signing them says little about who works with
whom."""
MOST = 150
"""People whom the graph shows at most: more make a drawing that says nothing."""
COAUTHORS = "coauthors"
"""What the graph shows of the works, where what pages read is noted."""
GROUP_TOPICS = "topics of groups"
"""What its legend names of them."""


def coauthors(context: PageContext) -> Network:
    """Return the people of the graph, which most edits of works leave as they are."""
    return context.recorder.derive(
        COAUTHORS, "", best_connected, context, MOST, is_compared=True
    )


def group_topics(context: PageContext) -> tuple[str | None, ...]:
    """Return a topic for each coloured group of the graph, no topic twice."""
    return context.recorder.derive(
        GROUP_TOPICS, "", _group_topics, context, is_compared=True
    )


def _group_topics(context: PageContext) -> tuple[str | None, ...]:
    topics: list[str | None] = []
    for group in coloured_groups(groups_of(coauthors(context))):
        taken = {topic for topic in topics if topic is not None}
        topics.append(group_topic(context, group, taken))
    return tuple(topics)


def best_connected(context: PageContext, most: int) -> Network:
    """Return the people who have most works together with others.

    Args:
        context: The catalogue.
        most: The most people to take.
    """
    joint: dict[str, int] = {}
    colleagues: dict[str, int] = {}
    crowded = 0
    for teams in context.tables.teams().values():
        members: set[str] = set()
        for team in teams:
            if len(team) > TEAM_LIMIT:
                crowded += 1
                continue
            members |= team
            for person in team:
                colleagues[person] = colleagues.get(person, 0) + len(team) - 1
        for person in members:
            joint[person] = joint.get(person, 0) + 1
    people = tuple(best_tied(joint, colleagues, most))
    return Network(people, _ties(context, people), in_order(joint), crowded)


def _ties(context: PageContext, people: tuple[str, ...]) -> dict[str, dict[str, Tie]]:
    ties: dict[str, dict[str, Tie]] = {}
    teams = context.tables.teams()
    for person in people:
        own = ties[person] = {}
        for key in context.catalogue.people[person].works:
            shared: dict[str, int] = {}
            for team in teams[key]:
                if person in team and len(team) <= TEAM_LIMIT:
                    for other in sorted(team):
                        shared[other] = min(len(team), shared.get(other, len(team)))
            shared.pop(person, None)
            for other, size in shared.items():
                tie = own.setdefault(other, Tie())
                tie.works += 1
                tie.closeness += 1 / (size - 1)
    return ties


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
    teams, subjects = context.tables.teams(), context.tables.subjects()
    joint = [
        subjects[key]
        for key in sorted(keys)
        if any(len(team & inside) > 1 for team in teams[key])
    ]
    counts = Counter(topic for topics in joint for topic in topics)
    shares = {
        topic: count / len(joint) - len(catalogue.topics[topic].works) / len(subjects)
        for topic, count in counts.items()
        if count > 1 and topic not in taken
    }
    if not shares:
        return None
    return max(shares, key=lambda one: (shares[one], counts[one], one))
