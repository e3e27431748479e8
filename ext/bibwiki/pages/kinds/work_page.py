"""The page of one work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.badges import access_badge, state_badges, type_badge
from bibwiki.pages.blocks import Fold, Paragraph
from bibwiki.pages.cite_box import LEAD_NOTE, cite_blocks
from bibwiki.pages.claim_lists import own_claims
from bibwiki.pages.drawings.citation_graph import citation_graph
from bibwiki.pages.evidence import EVIDENCE, evidence_blocks
from bibwiki.pages.mention_lists import mention_blocks
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.provenance import curation_badge, work_provenance
from bibwiki.pages.sections import arrange_sections
from bibwiki.pages.thing_links import breadcrumbs, joined, thing_link
from bibwiki.pages.wording import enumeration, short_description
from bibwiki.pages.work_facts import work_actions, work_facts
from bibwiki.pages.work_items import (
    creator_links,
    date_link,
    main_credits,
    venue_link,
)
from bibwiki.pages.work_neighbours import (
    related_blocks,
    relation_blocks,
    same_venue_blocks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


def work_view(context: PageContext, key: str) -> PageView:
    """Return what the page of a work shows.

    Args:
        context: The catalogue and the mentions.
        key: The primary citation key.
    """
    catalogued = context.catalogue.works[key]
    work = catalogued.work
    target = Target(Kind.WORK, key)
    blocks: dict[str, tuple[Block, ...]] = {
        "claims": own_claims(context, catalogued),
        EVIDENCE: evidence_blocks(context, catalogued),
        "abstract": _abstract(work.abstract),
        "cite": tuple(cite_blocks(context, catalogued)),
        "cited-in": mention_blocks(context, target),
        "relations": citation_graph(
            context, catalogued, tuple(relation_blocks(context, catalogued))
        ),
        "related": related_blocks(context, catalogued),
        "same-venue-year": tuple(same_venue_blocks(context, catalogued)),
    }
    return PageView(
        pagename=context.pagename(target),
        target=target,
        title=work.title,
        header=_header(context, catalogued),
        sections=arrange_sections(
            Kind.WORK, blocks, complete=context.has_document(target)
        ),
        description=short_description(work.summary or _description(catalogued)),
        breadcrumbs=breadcrumbs(context, Kind.WORK),
        lead=tuple(_lead(catalogued)),
        anchor=f"work-{context.slug(target)}",
        provenance=work_provenance(context, catalogued),
    )


def _header(context: PageContext, catalogued: CataloguedWork) -> Header:
    creators = creator_links(context, main_credits(catalogued))
    place_and_date = (venue_link(context, catalogued), date_link(context, catalogued))
    legend = {
        link.mark: link.mark_title
        for link in creators
        if link.mark and not link.mark.startswith("(")
    }
    return Header(
        badges=(
            type_badge(catalogued),
            *state_badges(context, catalogued),
            *access_badge(catalogued.work),
            *curation_badge(catalogued.note, catalogued.work),
        ),
        creators=creators,
        subtitle=joined((link for link in place_and_date if link), " "),
        subtitle_others=catalogued.work.others,
        legend="; ".join(f"{mark} {meaning}" for mark, meaning in legend.items()),
        chips=tuple(
            thing_link(context, Kind.TOPIC, topic) for topic in catalogued.topics
        ),
        actions=work_actions(Target(Kind.WORK, catalogued.key), catalogued.work),
        facts=work_facts(context, catalogued),
        facts_title=Kind.WORK.label,
    )


def _description(catalogued: CataloguedWork) -> str:
    """Say in a sentence what the work is, for search engines."""
    work = catalogued.work
    names = [credit.contribution.name.display for credit in main_credits(catalogued)]
    if len(names) > 3:
        names = [names[0], "others"]
    by = f" by {enumeration(names)}" if names else ""
    where = f", {work.venue.name}" if work.venue else ""
    when = f", {work.year}" if work.year else ""
    return f"{work.work_type.label}{by}{where}{when}."


def _lead(catalogued: CataloguedWork) -> Iterator[Block]:
    if catalogued.work.summary:
        yield Paragraph((catalogued.work.summary,))
    note = catalogued.work.note
    if note and len(note) <= LEAD_NOTE:
        yield Paragraph(("Note: ", note))


def _abstract(text: str) -> tuple[Block, ...]:
    """Return the abstract under a line that tells it from the wiki's own words."""
    if not text:
        return ()
    return (Fold("The abstract as published", (Paragraph((text,)),), open=True),)
