"""The page of one topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Empty, FactList
from bibwiki.pages.claim_lists import claims_of_works
from bibwiki.pages.counts import people_of, topics_of, venues_of
from bibwiki.pages.items import Badge, Fact
from bibwiki.pages.long_lists import listed_links
from bibwiki.pages.mention_lists import mention_blocks
from bibwiki.pages.page_facts import mention_fact, note_facts, year_facts
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.provenance import curation_badge, thing_provenance
from bibwiki.pages.question_table import question_table
from bibwiki.pages.sections import arrange_sections
from bibwiki.pages.site.exports import export_actions
from bibwiki.pages.site.feeds import feed_actions
from bibwiki.pages.summaries import summary_paragraph, works_summary
from bibwiki.pages.thing_links import (
    breadcrumbs,
    counted_links,
    joined,
    thing_link,
)
from bibwiki.pages.wording import short_description
from bibwiki.pages.work_items import work_list
from bibwiki.pages.work_parts import key_works, work_blocks

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sized

    from bibwiki.catalogue.catalogue import Topic
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


def topic_view(context: PageContext, id_: str) -> PageView:
    """Return what the page of a topic shows.

    Args:
        context: The catalogue and the mentions.
        id_: The topic's id.
    """
    topic = context.catalogue.topics[id_]
    target = Target(Kind.TOPIC, id_)
    people = counted_links(context, Kind.PERSON, people_of(context, topic.works))
    venues = counted_links(context, Kind.VENUE, venues_of(context, topic.works))
    blocks: dict[str, tuple[Block, ...]] = {
        "questions": question_table(context, topic.note),
        "works": _works(context, topic),
        "claims": claims_of_works(context, topic.works),
        "people": listed_links(context, target, "people", people),
        "neighbours": tuple(_neighbours(context, topic)),
        "venues": listed_links(context, target, "venues", venues),
        "mentions": mention_blocks(context, target),
    }
    summary = works_summary(context, topic.name, topic.works, len(people))
    return PageView(
        pagename=context.pagename(target),
        target=target,
        title=topic.name,
        header=_header(context, topic, people),
        sections=arrange_sections(
            Kind.TOPIC, blocks, complete=context.has_document(target)
        ),
        description=short_description(summary),
        breadcrumbs=breadcrumbs(context, Kind.TOPIC),
        lead=(summary_paragraph(topic.name, summary),),
        anchor=f"topic-{context.slug(target)}",
        provenance=thing_provenance(context, topic.note),
    )


def _works(context: PageContext, topic: Topic) -> tuple[Block, ...]:
    """Return the works of a topic; before it has any, those that its page cites."""
    target = Target(Kind.TOPIC, topic.id)
    if topic.works:
        return (
            *key_works(context, target, topic.works),
            *work_blocks(context, target, topic.works),
        )
    docname = context.document(target) or ""
    named = context.mentions.by_document.get(docname, ())
    keys = [one.id for one in named if one.kind is Kind.WORK]
    if not keys:
        return ()
    return (
        Empty("No work has this topic among its keywords yet. This page cites:"),
        work_list(context, keys),
    )


def _header(context: PageContext, topic: Topic, people: Sized) -> Header:
    badges = [Badge("Topic", "topic")]
    if topic.topic_kind != "concept":
        badges.append(Badge(topic.topic_kind.capitalize()))
    target = Target(Kind.TOPIC, topic.id)
    return Header(
        badges=(*badges, *curation_badge(topic.note)),
        actions=(*export_actions(context, target), *feed_actions(context, target)),
        facts=tuple(_facts(context, topic, people)),
        facts_title=topic.name,
    )


def _facts(context: PageContext, topic: Topic, people: Sized) -> Iterator[Fact]:
    yield Fact("Works", (f"{len(topic.works):,}",))
    yield Fact("People", (f"{len(people):,}",))
    yield from year_facts(context, topic.works)
    for label, ids in (("Broader", topic.broader), ("Narrower", topic.narrower)):
        if ids:
            links = (thing_link(context, Kind.TOPIC, one) for one in ids)
            yield Fact(label, joined(links))
    if topic.also:
        yield Fact("Also listed under", ("; ".join(topic.also),))
    yield from mention_fact(context, Target(Kind.TOPIC, topic.id))
    yield from note_facts(topic.note)


def _neighbours(context: PageContext, topic: Topic) -> Iterator[Block]:
    """Yield declared neighbours, then topics by the works that they share."""
    declared = (
        ("Broader", topic.broader),
        ("Narrower", topic.narrower),
        ("See also", topic.see_also),
    )
    facts = tuple(
        Fact(label, joined(thing_link(context, Kind.TOPIC, one) for one in ids))
        for label, ids in declared
        if ids
    )
    if facts:
        yield FactList(facts)
    shared: Counter[str] = topics_of(context, topic.works)
    del shared[topic.id]
    links = counted_links(context, Kind.TOPIC, shared, "shared work")
    target = Target(Kind.TOPIC, topic.id)
    yield from listed_links(context, target, "neighbours", links)
