"""The page of one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Paragraph, WorkList
from bibwiki.pages.changes import change_link, changes_of_others_claims
from bibwiki.pages.counts import people_of, topics_of
from bibwiki.pages.items import Badge, CountedLink, Fact, Link, WorkGroup
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.long_lists import listed_links
from bibwiki.pages.page_view import Action, Header, PageView
from bibwiki.pages.parts import PART_LENGTH
from bibwiki.pages.provenance import thing_provenance
from bibwiki.pages.sections import arrange_sections
from bibwiki.pages.thing_links import (
    breadcrumbs,
    by_weight,
    counted_links,
    link_blocks,
    thing_link,
    year_link,
)
from bibwiki.pages.wording import counted, short_description
from bibwiki.pages.work_items import work_item, work_list
from bibwiki.pages.work_parts import NEWEST_SHOWN

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Mapping

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext

WITHOUT_VENUE = "Without a venue"


def year_view(context: PageContext, id_: str) -> PageView:
    """Return what the page of a year shows.

    Args:
        context: The catalogue and the mentions.
        id_: The year's digits.
    """
    year = int(id_)
    keys = context.catalogue.years[year]
    target = Target(Kind.YEAR, id_)
    topics = topics_of(context, keys)
    blocks = _blocks(context, target, keys, topics)
    people = len(people_of(context, keys))
    summary = _summary(year, len(keys), people)
    return PageView(
        pagename=context.pagename(target),
        target=target,
        title=id_,
        header=Header(
            badges=(Badge("Year"),),
            actions=tuple(_neighbours(context, year)),
            facts=tuple(_facts(context, year, topics, people)),
            facts_title=id_,
        ),
        sections=arrange_sections(Kind.YEAR, blocks, complete=False),
        description=short_description(summary),
        breadcrumbs=breadcrumbs(context, Kind.YEAR),
        lead=(Paragraph((summary,)),),
        anchor=f"year-{id_}",
        provenance=thing_provenance(context, None),
    )


def _blocks(
    context: PageContext,
    target: Target,
    keys: tuple[str, ...],
    topics: Mapping[str, int],
) -> dict[str, tuple[Block, ...]]:
    """Return what each section of the page shows, by the section's name."""
    year = int(target.id)
    first_seen = {
        id_: topics[id_] for id_ in context.tables.first_years(Kind.TOPIC).get(year, ())
    }
    claims = tuple(
        CountedLink(change_link(context, change), remark=change.words)
        for key in keys
        for change in changes_of_others_claims(context, key)
    )
    return {
        "works": _works(context, year, keys),
        "topics": listed_links(
            context, target, "topics", counted_links(context, Kind.TOPIC, topics)
        ),
        "new-topics": link_blocks(
            counted_links(context, Kind.TOPIC, first_seen), "topic"
        ),
        "claims": link_blocks(claims, "change"),
    }


def _summary(year: int, works: int, people: int) -> str:
    by = f" by {counted(people, 'person')}" if people else ""
    verb = "is" if works == 1 else "are"
    return f"{counted(works, 'work')}{by} {verb} recorded for {year}."


def _neighbours(context: PageContext, year: int) -> Iterator[Action]:
    """Yield links to the nearest years that have works."""
    ordered = tuple(context.catalogue.years)
    position = ordered.index(year)
    if position + 1 < len(ordered):
        earlier = ordered[position + 1]
        yield Action(year_link(context, earlier, f"Earlier: {earlier}"))
    if position:
        later = ordered[position - 1]
        yield Action(year_link(context, later, f"Later: {later}"))


def _facts(
    context: PageContext, year: int, topics: Counter[str], people: int
) -> Iterator[Fact]:
    keys = context.catalogue.years[year]
    yield Fact("Works", (f"{len(keys):,}",))
    yield Fact("People", (f"{people:,}",))
    new = len(context.tables.first_years(Kind.PERSON).get(year, ()))
    if new:
        yield Fact("New people", (f"{new:,}",))
    top = by_weight(context, Kind.TOPIC, topics)[:1]
    for topic, count in top:
        link = thing_link(context, Kind.TOPIC, topic)
        yield Fact("Top topic", (link, f" ({counted(count, 'work')})"))


def _works(context: PageContext, year: int, keys: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the year's works by venue; the newest and a link where there are many."""
    if len(keys) <= PART_LENGTH:
        return (_works_by_venue(context, keys),)
    text = f"All {counted(len(keys), 'work')} of {year}"
    return (
        Paragraph((Link(text, PagePlace(f"works/by/{year}")),)),
        Paragraph((f"The newest {NEWEST_SHOWN}:",)),
        work_list(context, keys[:NEWEST_SHOWN]),
    )


def _works_by_venue(context: PageContext, keys: tuple[str, ...]) -> WorkList:
    """Group works by venue, venues and works by name; those without venue last."""
    groups: dict[str | None, list[str]] = {}
    for key in keys:
        groups.setdefault(context.catalogue.works[key].venue, []).append(key)
    position = context.tables.positions(Kind.VENUE)
    venues = sorted((v for v in groups if v is not None), key=position.__getitem__)
    ordered: list[str | None] = [*venues, *([None] if None in groups else [])]
    return WorkList(
        tuple(
            WorkGroup(
                _venue_name(context, venue),
                tuple(work_item(context, key) for key in _by_title(context, members)),
                place=None if venue is None else ThingPlace(Target(Kind.VENUE, venue)),
            )
            for venue, members in ((venue, groups[venue]) for venue in ordered)
        )
    )


def _venue_name(context: PageContext, venue: str | None) -> str:
    if venue is None:
        return WITHOUT_VENUE
    return context.name_of(Target(Kind.VENUE, venue))


def _by_title(context: PageContext, keys: list[str]) -> list[str]:
    works = context.catalogue.works
    return sorted(keys, key=lambda key: (works[key].work.title.casefold(), key))
