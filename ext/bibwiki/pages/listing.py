"""Lists that writers put into any page by a query: what they ask for and show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bibwiki.catalogue.query.query import (
    Group,
    Query,
    Sort,
    group_works,
    select_people,
    select_topics,
    select_works,
    sort_works,
    unknown_name,
)
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import ClaimList, Empty, Paragraph, WorkList
from bibwiki.pages.items import ClaimItem, CountedLink, WorkGroup
from bibwiki.pages.kinds.home import home_blocks
from bibwiki.pages.kinds.timeline_page import timeline_blocks
from bibwiki.pages.thing_links import (
    counted_links,
    link_blocks,
    thing_link,
    whole_index,
)
from bibwiki.pages.wording import noun
from bibwiki.pages.work_items import work_item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import WorkItem


class ListingKind(StrEnum):
    """What a list shows; the value is the directive's name."""

    WORKS = "works"
    PEOPLE = "people"
    TOPICS = "topics"
    TIMELINE = "timeline"
    CARD = "work-card"
    OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class Listing:
    """One list as a writer asks for it."""

    kind: ListingKind
    query: Query = field(default_factory=Query)
    sort: Sort | None = None
    """None for the kind's own order: works newest first, the others by works."""
    group: Group | None = None
    limit: int = 0
    """The most things to show; 0 for all."""
    key: str = ""
    """The citation key of a work card."""
    line: int = 1
    """Where the directive stands in its document."""


def listing_problem(context: PageContext, listing: Listing) -> str | None:
    """Return what is wrong with a list now that everything is known, if anything."""
    if listing.kind is ListingKind.CARD:
        if listing.key in context.catalogue.key_to_work:
            return None
        return f"{{work-card}}: no entry has the citation key {listing.key!r}"
    problem = unknown_name(context.catalogue, listing.query)
    return None if problem is None else f"{{{listing.kind.value}}}: {problem}"


def listed_works(context: PageContext, listing: Listing) -> tuple[str, ...]:
    """Return the primary keys that a list of works shows, in its order."""
    catalogue = context.catalogue
    if listing.kind is ListingKind.CARD:
        key = catalogue.key_to_work.get(listing.key)
        return () if key is None else (key,)
    if listing.kind not in {ListingKind.WORKS, ListingKind.TIMELINE}:
        return ()
    keys = select_works(catalogue, listing.query, context.mentions)
    keys = sort_works(catalogue, keys, listing.sort or Sort.NEWEST)
    return keys[: listing.limit] if listing.limit else keys


def item_anchor(context: PageContext, key: str) -> str:
    """Return the id of a work's line where a list is what citations lead to."""
    return f"ref-{context.slug(Target(Kind.WORK, key))}"


def listing_blocks(
    context: PageContext, listing: Listing, anchored: frozenset[str] = frozenset()
) -> tuple[Block, ...]:
    """Return what a list shows.

    Args:
        context: The catalogue and the mentions.
        listing: The list.
        anchored: Primary keys whose lines get an id (:func:`item_anchor`).
    """
    blocks = _MAKERS[listing.kind](context, listing, anchored)
    return blocks or (Empty("Nothing in the wiki fits this list yet."),)


def _works(
    context: PageContext, listing: Listing, anchored: frozenset[str]
) -> tuple[Block, ...]:
    keys = listed_works(context, listing)
    if not keys:
        return ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = (("", keys),)
    if listing.group is not None:
        groups = group_works(context.catalogue, keys, listing.group)
        if listing.group is Group.YEAR and listing.sort is Sort.OLDEST:
            # Newest first by themselves; works without a year stay last.
            groups = tuple(sorted(groups, key=lambda group: int(group[0] or 9999)))
    return (
        WorkList(
            tuple(
                WorkGroup(
                    heading or (f"Without a {listing.group}" if listing.group else ""),
                    tuple(_item(context, key, anchored) for key in members),
                )
                for heading, members in groups
            )
        ),
    )


def _item(context: PageContext, key: str, anchored: frozenset[str]) -> WorkItem:
    item = work_item(context, key)
    if key in anchored:
        return replace(item, anchor=item_anchor(context, key))
    return item


def _people(
    context: PageContext, listing: Listing, _anchored: frozenset[str]
) -> tuple[Block, ...]:
    counts = select_people(context.catalogue, listing.query, context.mentions)
    return _things(context, Kind.PERSON, counts, listing)


def _topics(
    context: PageContext, listing: Listing, _anchored: frozenset[str]
) -> tuple[Block, ...]:
    counts = select_topics(context.catalogue, listing.query, context.mentions)
    return _things(context, Kind.TOPIC, counts, listing)


def _things(
    context: PageContext, kind: Kind, counts: Mapping[str, int], listing: Listing
) -> tuple[Block, ...]:
    """Link people or topics, each with the number of selected works."""
    if listing.sort is Sort.NAME:
        items: Sequence[CountedLink] = tuple(
            CountedLink(thing_link(context, kind, id_), count, noun(count, "work"))
            for id_, count in counts.items()
        )
    else:
        items = counted_links(context, kind, counts)
    if listing.limit:
        items = items[: listing.limit]
    # A list that was asked for without a limit is whole, or says where it is.
    whole = None if listing.limit else whole_index(kind)
    return link_blocks(items, kind.value, whole=whole)


def _timeline(
    context: PageContext, listing: Listing, _anchored: frozenset[str]
) -> tuple[Block, ...]:
    return timeline_blocks(context, listed_works(context, listing))


def _card(
    context: PageContext, listing: Listing, anchored: frozenset[str]
) -> tuple[Block, ...]:
    """Show one work with its summary and its key claims."""
    blocks = list(_works(context, listing, anchored))
    for key in listed_works(context, listing):
        work = context.catalogue.works[key].work
        if work.summary:
            blocks.append(Paragraph((work.summary,)))
        if work.claims:
            blocks.append(ClaimList(tuple(ClaimItem("", c) for c in work.claims)))
    return tuple(blocks)


def _overview(
    context: PageContext, _listing: Listing, _anchored: frozenset[str]
) -> tuple[Block, ...]:
    return home_blocks(context)


_MAKERS: Mapping[
    ListingKind, Callable[[PageContext, Listing, frozenset[str]], tuple[Block, ...]]
] = {
    ListingKind.WORKS: _works,
    ListingKind.PEOPLE: _people,
    ListingKind.TOPICS: _topics,
    ListingKind.TIMELINE: _timeline,
    ListingKind.CARD: _card,
    ListingKind.OVERVIEW: _overview,
}
