"""The page of one event: a talk, seminar, panel or meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.counts import people_of, topics_of
from bibwiki.pages.items import Badge, Fact
from bibwiki.pages.long_lists import listed_links
from bibwiki.pages.mention_lists import mention_blocks
from bibwiki.pages.page_facts import mention_fact, note_facts, year_facts
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.provenance import curation_badge, thing_provenance
from bibwiki.pages.sections import arrange_sections
from bibwiki.pages.summaries import summary_paragraph, works_summary
from bibwiki.pages.thing_links import breadcrumbs, counted_links
from bibwiki.pages.wording import short_description
from bibwiki.pages.work_parts import work_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Event
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


def event_view(context: PageContext, id_: str) -> PageView:
    """Return what the page of an event shows.

    Args:
        context: The catalogue and the mentions.
        id_: The event's id.
    """
    event = context.catalogue.events[id_]
    target = Target(Kind.EVENT, id_)
    people = counted_links(context, Kind.PERSON, people_of(context, event.works))
    topics = counted_links(context, Kind.TOPIC, topics_of(context, event.works))
    blocks: dict[str, tuple[Block, ...]] = {
        "works": work_blocks(context, target, event.works),
        "people": listed_links(context, target, "people", people),
        "topics": listed_links(context, target, "topics", topics),
        "mentions": mention_blocks(context, target),
    }
    summary = works_summary(context, event.name, event.works, len(people))
    return PageView(
        pagename=context.pagename(target),
        target=target,
        title=event.name,
        header=Header(
            badges=(Badge("Event"), *curation_badge(event.note)),
            facts=tuple(_facts(context, event)),
            facts_title=event.name,
        ),
        sections=arrange_sections(
            Kind.EVENT, blocks, complete=context.has_document(target)
        ),
        description=short_description(summary),
        breadcrumbs=breadcrumbs(context, Kind.EVENT),
        lead=(summary_paragraph(event.name, summary),),
        anchor=f"event-{context.slug(target)}",
        provenance=thing_provenance(context, event.note),
    )


def _facts(context: PageContext, event: Event) -> Iterator[Fact]:
    yield Fact("Works here", (f"{len(event.works):,}",))
    yield from year_facts(context, event.works)
    if event.note and event.note.also:
        yield Fact("Also called", ("; ".join(event.note.also),))
    yield from mention_fact(context, Target(Kind.EVENT, event.id))
    yield from note_facts(event.note)
