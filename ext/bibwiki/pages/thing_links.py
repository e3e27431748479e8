"""Links to things of the wiki, alone and in counted lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import CountedLink, Fold, Link, LinkList, Paragraph
from bibwiki.pages.links import PagePlace
from bibwiki.pages.wording import noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibwiki.pages.blocks import Block, Span
    from bibwiki.pages.context import PageContext

FOLD_AFTER = 20
"""Links of a list that are always seen; the rest is folded."""
LISTED = 100
"""Links of a list at all; a venue may have thousands of people."""
PLURALS = {kind: kind.folder.capitalize() for kind in Kind}
"""The title of each kind's index, e.g. ``People``."""


def name_of(context: PageContext, target: Target) -> str:
    """Return the display name of a thing; its id where the catalogue has none."""
    return context.name_of(target)


def thing_link(
    context: PageContext, kind: Kind, id_: str, text: str | None = None
) -> Link:
    """Return a link to a thing's page, by default with its display name as text."""
    return context.link(kind, id_, text)


def year_link(context: PageContext, year: int, text: str | None = None) -> Link:
    """Return a link to a year's page."""
    return context.link(Kind.YEAR, str(year), text)


def index_link(kind: Kind) -> Link:
    """Return a link to the index of a kind."""
    return Link(PLURALS[kind], PagePlace(f"{kind.folder}/index"))


def home_link(context: PageContext) -> Link:
    """Return a link to the home page."""
    return Link("Home", PagePlace(context.home))


def breadcrumbs(context: PageContext, kind: Kind) -> tuple[Link, ...]:
    """Return the way from the home page to the index of a kind."""
    return (home_link(context), index_link(kind))


def by_weight(
    context: PageContext, kind: Kind, counts: Mapping[str, int]
) -> list[tuple[str, int]]:
    """Order ids by their count, the greatest first; ties in alphabetical order."""
    position = context.positions(kind)
    return sorted(
        counts.items(),
        key=lambda pair: (-pair[1], position.get(pair[0], len(position)), pair[0]),
    )


def counted_links(
    context: PageContext, kind: Kind, counts: Mapping[str, int], unit: str = "work"
) -> tuple[CountedLink, ...]:
    """Return links to things with how often each counts, the greatest first."""
    return tuple(
        CountedLink(thing_link(context, kind, id_), count, noun(count, unit))
        for id_, count in by_weight(context, kind, counts)
    )


def link_blocks(
    items: Sequence[CountedLink], unit: str, *, most: int = LISTED
) -> tuple[Block, ...]:
    """Return a list of links, its rest folded; nothing for no links.

    Args:
        items: The links, the most important first.
        unit: What they are, in the singular, e.g. ``person``.
        most: How many to list; how many more there are is said in words.
    """
    if not items:
        return ()
    # A fold of one or two would cost the reader more than it saves.
    if len(items) <= FOLD_AFTER + 2:
        return (LinkList(tuple(items)),)
    rest = tuple(items[FOLD_AFTER:most])
    blocks: list[Block] = [LinkList(rest)]
    more = len(items) - most
    if more > 0:
        blocks.append(Paragraph((f"{more:,} more are not listed here.",)))
    title = f"and {len(items) - FOLD_AFTER:,} more {noun(2, unit)}"
    return (LinkList(tuple(items[:FOLD_AFTER])), Fold(title, tuple(blocks)))


def joined(links: Iterable[Span], separator: str = ", ") -> tuple[Span, ...]:
    """Return spans with a separator between them."""
    spans: list[Span] = []
    for link in links:
        if spans:
            spans.append(separator)
        spans.append(link)
    return tuple(spans)
