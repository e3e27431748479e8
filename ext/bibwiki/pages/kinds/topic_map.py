"""Which topics are written about together: a map, and the same as a table."""

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
from bibwiki.pages.drawings.drawing import LegendItem
from bibwiki.pages.drawings.network_drawing import NetworkWords, draw_network
from bibwiki.pages.drawings.network_groups import coloured_groups, groups_of
from bibwiki.pages.drawings.topic_ties import TOPIC_LIMIT, close_topics
from bibwiki.pages.kinds.network_tables import network_tables
from bibwiki.pages.links import HerePlace, PagePlace
from bibwiki.pages.thing_links import breadcrumbs
from bibwiki.pages.wording import counted, noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.pages.blocks import Block, Span
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.network import Network

TOPIC_MAP = f"{Kind.TOPIC.folder}/map"
"""The pagename of the map."""
FEWEST = 3
TABLE_ANCHOR = "topic-table"
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
    network = close_topics(context)
    count = len(network.nodes)
    blocks: tuple[Block, ...]
    if count < FEWEST:
        count = 0
        blocks = (
            Empty(
                "There is no map yet: fewer than three topics of this wiki share "
                "works. Give entries several keywords each."
            ),
        )
    else:
        blocks = tuple(_blocks(context, network))
    topics = f"{counted(count, 'topic')} that share works"
    return PageView(
        pagename=TOPIC_MAP,
        title="Topic map",
        header=Header(subtitle=(topics,) if count else ()),
        sections=(),
        description=f"Which topics of this wiki are written about together: {topics}.",
        breadcrumbs=breadcrumbs(context, Kind.TOPIC),
        lead=blocks,
        anchor="topic-map",
    )


def _blocks(context: PageContext, network: Network) -> Iterator[Block]:
    groups = groups_of(network)
    coloured = coloured_groups(groups)
    yield Paragraph(tuple(_explanation(network, has_groups=bool(coloured))))
    yield Picture(
        draw_network(context, network, groups, len(coloured), WORDS),
        tuple(network_tables(context, network, WORDS, coloured, "Shares most with")),
        tuple(_legend(context, coloured, more=len(coloured) < len(groups))),
        TABLE_ANCHOR,
    )


def _explanation(network: Network, *, has_groups: bool) -> Iterator[Span]:
    yield from ("Each dot of ", Link("the drawing", HerePlace(WORDS.anchor)))
    yield (
        " is a topic, larger with more works that are about other topics as well. "
        "Lines join topics with those they share most works with, thicker for more "
        "works. "
    )
    if has_groups:
        yield "Colours show groups that are mostly written about together. "
    yield from ("The same stands in ", Link("a table", HerePlace(TABLE_ANCHOR)), ".")
    left_out = len(network.shared) - len(network.nodes)
    if left_out:
        least = min(network.shared[topic] for topic in network.nodes)
        yield (
            f" Shown are topics with {counted(least, 'such work')} or more; "
            f"{left_out:,} more {noun(left_out, 'topic')} with shared works are left "
            "out, and stand in the "
        )
        yield from (
            Link("list of topics", PagePlace(f"{Kind.TOPIC.folder}/index")),
            ".",
        )
    if network.crowded:
        verb = "is" if network.crowded == 1 else "are"
        yield (
            f" {counted(network.crowded, 'work')} on more than {TOPIC_LIMIT} topics "
            f"{verb} not counted."
        )


def _legend(
    context: PageContext, groups: Sequence[tuple[str, ...]], *, more: bool
) -> Iterator[LegendItem]:
    """Name each group after its best connected topic."""
    for number, group in enumerate(groups, 1):
        name = context.catalogue.topics[group[0]].name
        yield LegendItem(f"{name} and {len(group) - 1} more", str(number))
    if groups and more:
        yield LegendItem("others")
