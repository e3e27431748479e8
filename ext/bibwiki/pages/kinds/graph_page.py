"""Who writes with whom in the whole wiki: a graph, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.drawings.coauthor_ties import (
    TEAM_LIMIT,
    coauthors,
    group_topics,
)
from bibwiki.pages.drawings.network_drawing import NetworkWords
from bibwiki.pages.kinds.network_page import NetworkPage, network_view

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.page_view import PageView

GRAPH = "graph"
"""The pagename of the graph."""
WORDS = NetworkWords(
    title="Coauthor graph",
    anchor="coauthor-drawing",
    kind=Kind.PERSON,
    shared="joint work",
    neighbour="coauthor",
    ties_drawn=5,
    explorable=True,
)


def graph_view(context: PageContext) -> PageView:
    """Return the graph of the people who wrote most with others."""
    return network_view(context, coauthors(context), _PAGE)


def _topics(context: PageContext) -> list[str]:
    """Return the name of the topic that marks each coloured group."""
    topics = context.catalogue.topics
    return [topics[id_].name if id_ else "" for id_ in group_topics(context)]


_PAGE = NetworkPage(
    pagename=GRAPH,
    anchor="coauthor-graph",
    table_anchor="coauthor-table",
    words=WORDS,
    none="There is no graph yet: fewer than three people of this wiki wrote works "
    "together. Add works with several authors to a BibTeX file.",
    description="Who writes with whom in this wiki",
    nodes="who wrote with each other",
    dots="a person, larger with more works written together with others",
    lines="people with those they wrote most with",
    colours="write mostly among themselves",
    tied="Wrote most with",
    others="who wrote with others",
    crowded=f"by more than {TEAM_LIMIT} people",
    marks=_topics,
)
