"""The page of one venue: a journal, conference, book or series."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import LinkList, Paragraph
from bibwiki.pages.counts import people_of, topics_of, years_of
from bibwiki.pages.items import Badge, CountedLink, Fact
from bibwiki.pages.long_lists import listed_links
from bibwiki.pages.mention_lists import mention_blocks
from bibwiki.pages.page_facts import mention_fact, note_facts
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.parts import PART_LENGTH
from bibwiki.pages.provenance import curation_badge, thing_provenance
from bibwiki.pages.sections import arrange_sections
from bibwiki.pages.summaries import summary_paragraph, works_summary
from bibwiki.pages.thing_links import (
    breadcrumbs,
    by_weight,
    counted_links,
    thing_link,
    year_link,
)
from bibwiki.pages.wording import short_description, year_range
from bibwiki.pages.work_items import works_by_year
from bibwiki.pages.work_parts import NEWEST_SHOWN, thing_part_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedVenue
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


_ISSNS_SHOWN = 2
"""One in print and one online; more are mistakes of entries."""


def venue_view(context: PageContext, id_: str) -> PageView:
    """Return what the page of a venue shows.

    Args:
        context: The catalogue and the mentions.
        id_: The venue's id.
    """
    venue = context.catalogue.venues[id_]
    target = Target(Kind.VENUE, id_)
    topics = counted_links(context, Kind.TOPIC, topics_of(context, venue.works))
    people = counted_links(context, Kind.PERSON, people_of(context, venue.works))
    blocks: dict[str, tuple[Block, ...]] = {
        "years": _years(context, venue),
        "works": _works(context, venue),
        "topics": listed_links(context, target, "topics", topics),
        "people": listed_links(context, target, "people", people),
        "mentions": mention_blocks(context, target),
    }
    summary = works_summary(context, venue.name, venue.works, len(people))
    return PageView(
        pagename=context.pagename(target),
        target=target,
        title=venue.name,
        header=Header(
            badges=(
                Badge("Venue", "venue"),
                Badge(venue.kind.capitalize()),
                *curation_badge(venue.note),
            ),
            facts=tuple(_facts(context, venue)),
            facts_title=venue.short or venue.name,
        ),
        sections=arrange_sections(
            Kind.VENUE, blocks, complete=context.has_document(target)
        ),
        description=short_description(summary),
        breadcrumbs=breadcrumbs(context, Kind.VENUE),
        lead=(summary_paragraph(venue.name, summary),),
        anchor=f"venue-{context.slug(target)}",
        provenance=thing_provenance(context, venue.note),
    )


def _facts(context: PageContext, venue: CataloguedVenue) -> Iterator[Fact]:
    yield Fact("Kind", (venue.kind.capitalize(),))
    yield from _identity_facts(context, venue)
    if venue.short:
        yield Fact("Short name", (venue.short,))
    years = year_range(years_of(context, venue.works))
    if years:
        yield Fact("Years here", (years,))
    yield Fact("Works here", (f"{len(venue.works):,}",))
    yield from mention_fact(context, Target(Kind.VENUE, venue.id))
    yield from note_facts(venue.note)


def _identity_facts(context: PageContext, venue: CataloguedVenue) -> Iterator[Fact]:
    """Yield the ISSNs and the publisher that the venue's entries give."""
    works = [context.catalogue.works[key] for key in venue.works]
    publishers = Counter(one.publisher for one in works if one.publisher is not None)
    for publisher, _ in by_weight(context, Kind.ORGANIZATION, publishers)[:1]:
        link = thing_link(context, Kind.ORGANIZATION, publisher)
        yield Fact("Publisher", (link,))
    issns = Counter(
        identifier.value
        for one in works
        for identifier in one.work.identifiers
        if identifier.scheme == "issn"
    )
    if issns:
        yield Fact("ISSN", (", ".join(sorted(issns)[:_ISSNS_SHOWN]),))


def _years(context: PageContext, venue: CataloguedVenue) -> tuple[Block, ...]:
    """Return the venue's years, newest first: its own parts where it has such."""
    if len(venue.works) > PART_LENGTH:
        target = Target(Kind.VENUE, venue.id)
        return (thing_part_links(context, target, venue.works),)
    counts = Counter(years_of(context, venue.works))
    if not counts:
        return ()
    items = tuple(
        CountedLink(year_link(context, year), counts[year])
        for year in sorted(counts, reverse=True)
    )
    return (LinkList(items, chips=True),)


def _works(context: PageContext, venue: CataloguedVenue) -> tuple[Block, ...]:
    if not venue.works:
        return ()
    if len(venue.works) <= PART_LENGTH:
        return (works_by_year(context, venue.works),)
    return (
        Paragraph((f"The newest {NEWEST_SHOWN}:",)),
        works_by_year(context, venue.works[:NEWEST_SHOWN]),
    )
