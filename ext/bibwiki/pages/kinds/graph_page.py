"""Who writes with whom in the whole wiki: a graph, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import (
    Empty,
    Header,
    Link,
    PageView,
    Paragraph,
    Picture,
)
from bibwiki.pages.drawings.coauthor_ties import (
    TEAM_LIMIT,
    coauthors,
    group_topics,
)
from bibwiki.pages.drawings.drawing import LegendItem
from bibwiki.pages.drawings.network_drawing import NetworkWords, draw_network
from bibwiki.pages.drawings.network_groups import coloured_groups, groups_of
from bibwiki.pages.kinds.network_tables import network_tables
from bibwiki.pages.links import HerePlace, PagePlace
from bibwiki.pages.thing_links import breadcrumbs
from bibwiki.pages.wording import counted, noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.pages.blocks import Block, Span
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.network import Network

GRAPH = "graph"
"""The pagename of the graph."""
FEWEST = 3
TABLE_ANCHOR = "coauthor-table"
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
    circle = coauthors(context)
    lead: tuple[Block, ...]
    if len(circle.nodes) < FEWEST:
        count = 0
        lead = (
            Empty(
                "There is no graph yet: fewer than three people of this wiki wrote "
                "works together. Add works with several authors to a BibTeX file."
            ),
        )
    else:
        count = len(circle.nodes)
        lead = tuple(_blocks(context, circle))
    people = f"{counted(count, 'person')} who wrote with each other"
    return PageView(
        pagename=GRAPH,
        title="Coauthor graph",
        header=Header(subtitle=(people,) if count else ()),
        sections=(),
        description=f"Who writes with whom in this wiki: {people}.",
        breadcrumbs=breadcrumbs(context, Kind.PERSON),
        lead=lead,
        anchor="coauthor-graph",
    )


def _blocks(context: PageContext, circle: Network) -> Iterator[Block]:
    groups = groups_of(circle)
    coloured = coloured_groups(groups)
    yield Paragraph(tuple(_explanation(circle, has_groups=bool(coloured))))
    drawing = draw_network(context, circle, groups, len(coloured), WORDS)
    yield Picture(
        drawing,
        tuple(network_tables(context, circle, WORDS, coloured, "Wrote most with")),
        tuple(_legend(context, coloured, more=len(coloured) < len(groups))),
        TABLE_ANCHOR,
    )


def _explanation(circle: Network, *, has_groups: bool) -> Iterator[Span]:
    yield from ("Each dot of ", Link("the drawing", HerePlace(WORDS.anchor)))
    yield (
        " is a person, larger with more works written together with others. "
        "Lines join people with those they wrote most with, thicker for more works. "
    )
    if has_groups:
        yield "Colours show groups that write mostly among themselves. "
    yield from ("The same stands in ", Link("a table", HerePlace(TABLE_ANCHOR)), ".")
    left_out = len(circle.shared) - len(circle.nodes)
    if left_out:
        least = min(circle.shared[person] for person in circle.nodes)
        others = f"{left_out:,} more {noun(left_out, 'person')}"
        yield (
            f" Shown are people with {counted(least, 'such work')} or more; "
            f"{others} who wrote with others are left out, and stand in the "
        )
        yield from (Link("list of people", PagePlace("people/index")), ".")
    if circle.crowded:
        verb = "is" if circle.crowded == 1 else "are"
        yield (
            f" {counted(circle.crowded, 'work')} by more than {TEAM_LIMIT} people "
            f"{verb} not counted."
        )


def _legend(
    context: PageContext, groups: Sequence[tuple[str, ...]], *, more: bool
) -> Iterator[LegendItem]:
    """Name each group after its best connected person and the topic that marks it.

    Args:
        context: The catalogue.
        groups: Those that have a colour.
        more: Whether there are others.
    """
    topics = group_topics(context) if groups else ()
    for number, (group, topic) in enumerate(zip(groups, topics, strict=True), 1):
        name = context.catalogue.people[group[0]].name
        text = f"{name} and {len(group) - 1} more"
        if topic is not None:
            text += f": {context.catalogue.topics[topic].name}"
        yield LegendItem(text, str(number))
    if groups and more:
        yield LegendItem("others")
