"""Which topics are written about together: a map, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.drawings.network_drawing import NetworkWords
from bibwiki.pages.drawings.topic_ties import TOPIC_LIMIT, close_topics
from bibwiki.pages.kinds.network_page import NetworkPage, network_view

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.page_view import PageView

TOPIC_MAP = f"{Kind.TOPIC.folder}/map"
"""The pagename of the map."""
WORDS = NetworkWords(
    title="Topic map",
    anchor="topic-drawing",
    kind=Kind.TOPIC,
    shared="shared work",
    neighbour="neighbour",
    ties_drawn=3,
)


def topic_map_view(context: PageContext) -> PageView:
    """Return the map of the topics that share most works with others."""
    return network_view(context, close_topics(context), _PAGE)


_PAGE = NetworkPage(
    pagename=TOPIC_MAP,
    anchor="topic-map",
    table_anchor="topic-table",
    words=WORDS,
    none="There is no map yet: fewer than three topics of this wiki share works. Give "
    "entries several keywords each.",
    description="Which topics of this wiki are written about together",
    nodes="that share works",
    dots="a topic, larger with more works that are about other topics as well",
    lines="topics with those they share most works with",
    colours="are mostly written about together",
    tied="Shares most with",
    others="with shared works",
    crowded=f"on more than {TOPIC_LIMIT} topics",
)
