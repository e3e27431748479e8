"""What the home page shows of the whole wiki; the page itself is a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import CardList, Empty, LinkList, Paragraph, SearchForm
from bibwiki.pages.changes import CHANGES, has_changes
from bibwiki.pages.claim_lists import CLAIMS
from bibwiki.pages.items import Card, Link
from bibwiki.pages.kinds.about_wiki import about_blocks
from bibwiki.pages.kinds.glossary_page import GLOSSARY
from bibwiki.pages.kinds.graph_page import GRAPH
from bibwiki.pages.kinds.timeline_page import TIMELINE
from bibwiki.pages.kinds.topic_map import TOPIC_MAP
from bibwiki.pages.links import PagePlace
from bibwiki.pages.thing_links import counted_links, index_link, joined
from bibwiki.pages.wording import year_range
from bibwiki.pages.work_items import work_list

if TYPE_CHECKING:
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span

_CARD_TEXTS = {
    Kind.PERSON: "Who works on this, with whom, since when",
    Kind.WORK: "What was published, and where it is cited",
    Kind.TOPIC: "Subjects with their works and people",
    Kind.VENUE: "Journals, conferences and other places",
    Kind.YEAR: "Everything by year",
}


def home_blocks(context: PageContext) -> tuple[Block, ...]:
    """Return the search form, a card for each section of the wiki, and its pictures.

    Then follows what the wiki says of itself: how to cite it, its data, its licence.

    Lists of works and topics follow under headings of the page's own, through
    directives or :func:`newest_works` and :func:`connected_topics`.
    """
    return (
        search_form(),
        *count_cards(context),
        *_pictures(context),
        *about_blocks(context.about, has_works=bool(context.catalogue.works)),
    )


def search_form() -> SearchForm:
    """Return the search form of the home page and the 404 page."""
    return SearchForm("Find a person, work or topic", PagePlace("search"))


def count_cards(context: PageContext) -> tuple[Block, ...]:
    """Return a card for each kind that the wiki has, with its number of things."""
    cards = tuple(
        Card(index_link(kind), count, text)
        for kind, text in _CARD_TEXTS.items()
        if (count := _count(context, kind))
    )
    return (CardList(cards),) if cards else ()


def _count(context: PageContext, kind: Kind) -> str:
    """Return how many things of a kind there are; empty for none."""
    if kind is Kind.YEAR:
        return year_range(context.catalogue.years)
    things = (
        context.catalogue.works if kind is Kind.WORK else context.catalogue.things(kind)
    )
    return f"{len(things):,}" if things else ""


def _pictures(context: PageContext) -> tuple[Block, ...]:
    """Return the line that leads to what can be seen at a glance."""
    links: list[Span] = []
    if context.catalogue.people:
        links.append(Link("who writes with whom", PagePlace(GRAPH)))
    if context.catalogue.topics:
        links.append(Link("which topics go together", PagePlace(TOPIC_MAP)))
        links.append(Link("what each topic is", PagePlace(GLOSSARY)))
    if context.catalogue.works:
        links.append(Link("what the works claim", PagePlace(CLAIMS)))
    if context.catalogue.years:
        links.append(Link("the works along the years", PagePlace(TIMELINE)))
    if has_changes(context):
        links.append(Link("what changed when", PagePlace(CHANGES)))
    if not links:
        return ()
    return (Paragraph(("At a glance: ", *joined(links), ".")),)


def newest_works(context: PageContext, limit: int) -> tuple[Block, ...]:
    """Return the newest works by their date of publication."""
    keys = tuple(context.catalogue.rank)[:limit]
    if not keys:
        return (Empty("No works are recorded yet. Add one to a BibTeX file."),)
    return (work_list(context, keys),)


def connected_topics(context: PageContext, limit: int) -> tuple[Block, ...]:
    """Return the topics with most works."""
    counts = {id_: len(topic.works) for id_, topic in context.catalogue.topics.items()}
    links = counted_links(context, Kind.TOPIC, counts)[:limit]
    return (LinkList(links),) if links else ()
