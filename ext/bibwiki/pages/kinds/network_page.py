"""Pages of one network each: a drawing of it, and the same as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.pages.blocks import Empty, Paragraph, Picture
from bibwiki.pages.drawings.drawing import LegendItem
from bibwiki.pages.drawings.network_drawing import draw_network
from bibwiki.pages.drawings.network_groups import coloured_groups, groups_of
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.network_tables import network_tables
from bibwiki.pages.links import HerePlace, PagePlace
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.thing_links import breadcrumbs
from bibwiki.pages.wording import counted, noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.network import Network
    from bibwiki.pages.drawings.network_drawing import NetworkWords
    from bibwiki.pages.items import Span

FEWEST = 3
"""Nodes of a network that is worth a drawing."""


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """What a page says of its network."""

    pagename: str
    anchor: str
    """The id of the page's outermost section."""
    table_anchor: str
    words: NetworkWords
    none: str
    """Says that there is no network yet, and what makes one."""
    description: str
    """What the network shows, without a full stop."""
    nodes: str
    """What the nodes are, after their number, e.g. ``who wrote with each other``."""
    dots: str
    """What a dot is and what its size says, e.g. ``a person, larger with ...``."""
    lines: str
    """What lines join, e.g. ``people with those they wrote most with``."""
    colours: str
    """What groups do, e.g. ``write mostly among themselves``."""
    tied: str
    """The head of the column with the closest neighbours."""
    others: str
    """What nodes that are left out do, e.g. ``who wrote with others``."""
    crowded: str
    """Which works are not counted, e.g. ``by more than 25 people``."""
    marks: Callable[[PageContext], Sequence[str]] | None = None
    """Gives what marks each coloured group; empty for nothing."""


def network_view(context: PageContext, network: Network, page: NetworkPage) -> PageView:
    """Return the page of a network; of one with too few nodes, why it is empty."""
    kind = page.words.kind
    is_drawn = len(network.nodes) >= FEWEST
    count = len(network.nodes) if is_drawn else 0
    nodes = f"{counted(count, kind.value)} {page.nodes}"
    drawn: tuple[Block, ...] = (Empty(page.none),)
    if is_drawn:
        drawn = tuple(_blocks(context, network, page))
    return PageView(
        pagename=page.pagename,
        title=page.words.title,
        header=Header(subtitle=(nodes,) if is_drawn else ()),
        sections=(),
        description=f"{page.description}: {nodes}.",
        breadcrumbs=breadcrumbs(context, kind),
        lead=drawn,
        anchor=page.anchor,
    )


def _blocks(
    context: PageContext, network: Network, page: NetworkPage
) -> Iterator[Block]:
    groups = groups_of(network)
    coloured = coloured_groups(groups)
    yield Paragraph(tuple(_explanation(network, page, has_groups=bool(coloured))))
    yield Picture(
        draw_network(context, network, groups, len(coloured), page.words),
        tuple(network_tables(context, network, page.words, coloured, page.tied)),
        tuple(_legend(context, page, coloured, more=len(coloured) < len(groups))),
        page.table_anchor,
    )


def _explanation(
    network: Network, page: NetworkPage, *, has_groups: bool
) -> Iterator[Span]:
    yield from ("Each dot of ", Link("the drawing", HerePlace(page.words.anchor)))
    yield f" is {page.dots}. Lines join {page.lines}, thicker for more works. "
    if has_groups:
        yield f"Colours show groups that {page.colours}. "
    yield from ("The same stands in ", Link("a table", HerePlace(page.table_anchor)))
    yield "."
    kind = page.words.kind
    left_out = len(network.shared) - len(network.nodes)
    if left_out:
        least = min(network.shared[node] for node in network.nodes)
        all_nodes = noun(2, kind.value)
        yield (
            f" Shown are {all_nodes} with {counted(least, 'such work')} or more; "
            f"{left_out:,} more {noun(left_out, kind.value)} {page.others} are left "
            "out, and stand in the "
        )
        yield Link(f"list of {all_nodes}", PagePlace(f"{kind.folder}/index"))
        yield "."
    if network.crowded:
        verb = "is" if network.crowded == 1 else "are"
        yield f" {counted(network.crowded, 'work')} {page.crowded} {verb} not counted."


def _legend(
    context: PageContext,
    page: NetworkPage,
    groups: Sequence[tuple[str, ...]],
    *,
    more: bool,
) -> Iterator[LegendItem]:
    """Name each group after its best connected node, and what marks it.

    Args:
        context: The catalogue.
        page: What the page says.
        groups: Those that have a colour.
        more: Whether there are others.
    """
    things = context.catalogue.things(page.words.kind)
    marks = page.marks(context) if page.marks and groups else [""] * len(groups)
    for number, (group, mark) in enumerate(zip(groups, marks, strict=True), 1):
        text = f"{things[group[0]].name} and {len(group) - 1} more"
        yield LegendItem(f"{text}: {mark}" if mark else text, str(number))
    if groups and more:
        yield LegendItem("others")
