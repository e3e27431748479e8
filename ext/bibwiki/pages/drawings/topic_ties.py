"""Which topics share most works: what the map of topics shows.

Like people, topics are ranked in one pass over the works, and only those who are shown
have their ties counted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bibwiki.pages.drawings.network import Network, Tie, best_tied, in_order

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext

TOPIC_LIMIT = 30
"""Works on more topics are left out: a list of everything joins nothing."""
MOST = 100
"""Topics that the map shows at most: their names are longer than those of people."""
CLOSE_TOPICS = "close topics"
"""What the map shows of the works, where what pages read is noted."""


def close_topics(context: PageContext) -> Network:
    """Return the topics of the map, which most edits of works leave as they are."""
    return context.recorder.derive(
        CLOSE_TOPICS, "", closest_topics, context, MOST, is_compared=True
    )


def closest_topics(context: PageContext, most: int) -> Network:
    """Return the topics that share most works with others.

    Args:
        context: The catalogue.
        most: The most topics to take.
    """
    shared: Counter[str] = Counter()
    neighbours: Counter[str] = Counter()
    crowded = 0
    for topics in context.tables.subjects().values():
        count = len(topics)
        if count > TOPIC_LIMIT:
            crowded += 1
        elif count > 1:
            shared.update(topics)
            for topic in topics:
                neighbours[topic] += count - 1
    shown = tuple(best_tied(shared, neighbours, most))
    ties = {topic: _ties(context, topic) for topic in shown}
    return Network(shown, ties, in_order(shared), crowded)


def _ties(context: PageContext, topic: str) -> dict[str, Tie]:
    ties: dict[str, Tie] = {}
    subjects = context.tables.subjects()
    for key in context.catalogue.topics[topic].works:
        others = [one for one in subjects[key] if one != topic]
        if len(others) < TOPIC_LIMIT:
            for other in others:
                tie = ties.setdefault(other, Tie())
                tie.works += 1
                tie.closeness += 1 / len(others)
    return ties
