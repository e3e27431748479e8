"""The page of one organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.creator_ids import ror_address
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.affiliations import affiliations_with
from bibwiki.pages.counts import organizations_of, people_of, topics_of
from bibwiki.pages.items import Badge, CountedLink, Fact, Link
from bibwiki.pages.links import ThingPlace, WebPlace
from bibwiki.pages.long_lists import listed_links
from bibwiki.pages.mention_lists import mention_blocks
from bibwiki.pages.page_facts import mention_fact, note_facts, year_facts
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.provenance import curation_badge, thing_provenance
from bibwiki.pages.sections import arrange_sections
from bibwiki.pages.summaries import summary_paragraph, works_summary
from bibwiki.pages.thing_links import (
    breadcrumbs,
    counted_links,
    joined,
    link_blocks,
    thing_link,
)
from bibwiki.pages.wording import capitalized, counted, short_description
from bibwiki.pages.work_parts import work_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Organization
    from bibwiki.model.notes.note import Note
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


def organization_view(context: PageContext, id_: str) -> PageView:
    """Return what the page of an organization shows.

    Args:
        context: The catalogue and the mentions.
        id_: The organization's id.
    """
    organization = context.catalogue.organizations[id_]
    target = Target(Kind.ORGANIZATION, id_)
    blocks = _blocks(context, organization, target)
    people = people_of(context, organization.works)
    summary = works_summary(context, organization.name, organization.works, len(people))
    return PageView(
        pagename=context.pagename(target),
        target=target,
        title=organization.name,
        header=Header(
            badges=tuple(_badges(organization)),
            facts=tuple(_facts(context, organization)),
            facts_title=organization.name,
        ),
        sections=arrange_sections(
            Kind.ORGANIZATION, blocks, complete=context.has_document(target)
        ),
        description=short_description(summary),
        breadcrumbs=breadcrumbs(context, Kind.ORGANIZATION),
        lead=(summary_paragraph(organization.name, summary),),
        anchor=f"organization-{context.slug(target)}",
        provenance=thing_provenance(context, organization.note),
    )


def _blocks(
    context: PageContext, organization: Organization, target: Target
) -> dict[str, tuple[Block, ...]]:
    """Return what each section of the page shows, by the section's name."""
    topics = counted_links(context, Kind.TOPIC, topics_of(context, organization.works))
    partners = organizations_of(context, organization.works)
    del partners[organization.id]
    return {
        "people": link_blocks(_people(context, organization), "person"),
        "works": work_blocks(context, target, organization.works),
        "topics": listed_links(context, target, "topics", topics),
        "partners": listed_links(
            context,
            target,
            "partners",
            counted_links(context, Kind.ORGANIZATION, partners, "joint work"),
        ),
        "parts": link_blocks(_parts(context, organization), "organization"),
        "mentions": mention_blocks(context, target),
    }


def _badges(organization: Organization) -> Iterator[Badge]:
    yield Badge("Organization", "organization")
    if organization.note and organization.note.organization_kind:
        yield Badge(capitalized(organization.note.organization_kind))
    yield from curation_badge(organization.note)


def _parts(context: PageContext, organization: Organization) -> tuple[CountedLink, ...]:
    """Return what is part of an organization, by name."""
    return tuple(
        CountedLink(thing_link(context, Kind.ORGANIZATION, id_))
        for id_ in organization.parts
    )


def _people(
    context: PageContext, organization: Organization
) -> tuple[CountedLink, ...]:
    """Return the people with what they do there; present ones first, then by name."""
    present: list[CountedLink] = []
    former: list[CountedLink] = []
    for id_ in organization.people:
        found = affiliations_with(context, id_, organization.id)
        remark = "; ".join(filter(None, (one.remark for one in found)))
        lasts = any(not one.affiliation.end for one in found)
        (present if lasts or not found else former).append(
            CountedLink(thing_link(context, Kind.PERSON, id_), remark=remark)
        )
    return (*present, *former)


def _facts(context: PageContext, organization: Organization) -> Iterator[Fact]:
    target = Target(Kind.ORGANIZATION, organization.id)
    yield from _identity_facts(organization.note)
    if organization.parents:
        wider = (
            thing_link(context, Kind.ORGANIZATION, o) for o in organization.parents
        )
        yield Fact("Part of", joined(wider, "; "))
    if organization.parts:
        text = counted(len(organization.parts), "organization")
        yield Fact("Parts of it", (Link(text, ThingPlace(target, "parts")),))
    yield Fact("People here", (f"{len(organization.people):,}",))
    yield Fact("Works here", (f"{len(organization.works):,}",))
    yield from year_facts(context, organization.works)
    if organization.note and organization.note.also:
        yield Fact("Also called", ("; ".join(organization.note.also),))
    yield from mention_fact(context, target)
    yield from note_facts(organization.note)


def _identity_facts(note: Note | None) -> Iterator[Fact]:
    """Yield what tells an organization from others, as its page declares it."""
    if note is None:
        return
    if note.organization_kind:
        yield Fact("Kind", (capitalized(note.organization_kind),))
    if note.place:
        yield Fact("Place", (note.place,))
    if note.ror:
        yield Fact("ROR", (Link(note.ror, WebPlace(ror_address(note.ror))),))
