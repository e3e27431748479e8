"""The page of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.creator_ids import orcid_address
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.advising import ADVISING, advising_blocks, advising_facts
from bibwiki.pages.affiliations import (
    affiliation_facts,
    affiliation_history,
    affiliation_spans,
)
from bibwiki.pages.blocks import FactList
from bibwiki.pages.claim_lists import claims_of_works
from bibwiki.pages.counts import coauthors_of, topics_of, venues_of, years_of
from bibwiki.pages.drawings.ego_graph import SHOWN, SHOWN_ELSEWHERE, ego_graph
from bibwiki.pages.items import Badge, Fact, Link
from bibwiki.pages.links import WebPlace
from bibwiki.pages.long_lists import listed_links
from bibwiki.pages.mention_lists import mention_blocks
from bibwiki.pages.name_notes import name_blocks
from bibwiki.pages.page_facts import mention_fact, note_facts
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.provenance import curation_badge, thing_provenance
from bibwiki.pages.sections import arrange_sections
from bibwiki.pages.site.exports import export_actions
from bibwiki.pages.site.feeds import feed_actions
from bibwiki.pages.summaries import summary_paragraph
from bibwiki.pages.thing_links import breadcrumbs, counted_links
from bibwiki.pages.wording import counted, short_description, year_range
from bibwiki.pages.work_items import first_credit
from bibwiki.pages.work_parts import key_works, work_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.thing_links import CountedLinks

CHIPS_SHOWN = 6
"""Topics under the name; all of them have their own section."""


def person_view(context: PageContext, id_: str) -> PageView:
    """Return what the page of a person shows.

    Args:
        context: The catalogue and the mentions.
        id_: The person's id.
    """
    person = context.catalogue.people[id_]
    target = Target(Kind.PERSON, id_)
    topics = counted_links(context, Kind.TOPIC, topics_of(context, person.works))
    years = year_range(years_of(context, person.works))
    summary = _summary(context, person, years)
    blocks = _blocks(context, person, target, topics)
    return PageView(
        pagename=context.pagename(target),
        target=target,
        title=person.name,
        header=_header(context, person, topics, years),
        sections=arrange_sections(
            Kind.PERSON, blocks, complete=context.has_document(target)
        ),
        description=short_description(summary),
        breadcrumbs=breadcrumbs(context, Kind.PERSON),
        lead=(summary_paragraph(person.name, summary),),
        anchor=f"person-{context.slug(target)}",
        provenance=thing_provenance(context, person.note),
    )


def _blocks(
    context: PageContext, person: Person, target: Target, topics: CountedLinks
) -> dict[str, tuple[Block, ...]]:
    """Return what each section of the page shows, by the section's name."""
    venues = venues_of(context, person.works)
    return {
        "works": (
            *key_works(context, target, person.works),
            *work_blocks(context, target, person.works),
        ),
        "claims": claims_of_works(context, person.works),
        "topics": listed_links(context, target, "topics", topics),
        "coauthors": _coauthors(context, person),
        ADVISING: advising_blocks(context, person.id),
        "venues": listed_links(
            context, target, "venues", counted_links(context, Kind.VENUE, venues)
        ),
        "affiliations": _affiliations(context, person),
        "mentions": mention_blocks(context, target),
        "names": name_blocks(context, person),
    }


def _header(
    context: PageContext, person: Person, topics: CountedLinks, years: str
) -> Header:
    target = Target(Kind.PERSON, person.id)
    return Header(
        badges=(Badge("Person", "person"), *curation_badge(person.note)),
        subtitle=affiliation_spans(context, person),
        chips=tuple(item.link for item in topics[:CHIPS_SHOWN]),
        actions=(*export_actions(context, target), *feed_actions(context, target)),
        facts=tuple(_facts(context, person, years)),
        facts_title=person.name,
    )


def _facts(context: PageContext, person: Person, years: str) -> Iterator[Fact]:
    yield from affiliation_facts(context, person)
    if years:
        yield Fact("Active", (years,))
    yield Fact("Works here", (str(len(person.works)),))
    yield from advising_facts(context, person.id)
    yield from mention_fact(context, Target(Kind.PERSON, person.id))
    for orcid in _orcids(context, person):
        yield Fact("ORCID", (Link(orcid, WebPlace(orcid_address(orcid))),))
    others = [name for name in person.names if name != person.name]
    if others:
        yield Fact("Also written as", ("; ".join(others),))
    yield from note_facts(person.note)


def _orcids(context: PageContext, person: Person) -> tuple[str, ...]:
    """Return the ORCID that the page declares, or those that stand on the works."""
    if person.note and person.note.orcid:
        return (person.note.orcid,)
    works = context.catalogue.works
    found = {
        identifier.value: None
        for key in person.works
        for credit in works[key].credits
        if credit.contribution.identifiers and credit.person == person.id
        for identifier in credit.contribution.identifiers
        if identifier.scheme == "orcid"
    }
    return tuple(found)


def _summary(context: PageContext, person: Person, years: str) -> str:
    """Say in a sentence what the catalogue knows."""
    if not person.works:
        return f"No works by {person.name} are recorded here yet."
    when = f", {years}" if years else ""
    works = context.catalogue.works
    first = sum(first_credit(works[key]).person == person.id for key in person.works)
    as_first = f" (first named on {first})" if 0 < first < len(person.works) else ""
    count = counted(len(person.works), "work")
    return f"{person.name} is a creator of {count}{as_first} recorded here{when}."


def _coauthors(context: PageContext, person: Person) -> tuple[Block, ...]:
    """Return who wrote with a person, with a picture where they are several."""
    counts = coauthors_of(context, person)
    links = counted_links(context, Kind.PERSON, counts, "joint work")
    target = Target(Kind.PERSON, person.id)
    is_written = context.has_document(target)
    most = SHOWN if is_written else SHOWN_ELSEWHERE
    shown = listed_links(context, target, "coauthors", links)
    return ego_graph(person, links, shown, most)


def _affiliations(context: PageContext, person: Person) -> tuple[Block, ...]:
    facts = affiliation_history(context, person)
    return (FactList(facts),) if facts else ()
