"""The indexes: every work, person, topic, venue, organization, event and year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import Empty, LinkList, Paragraph
from bibwiki.pages.claim_lists import CLAIMS
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.kinds.curation_page import CURATION
from bibwiki.pages.kinds.glossary_page import GLOSSARY
from bibwiki.pages.kinds.graph_page import GRAPH
from bibwiki.pages.kinds.index_lists import (
    TOP_SHOWN,
    letter_sections,
    most_works,
    topic_sections,
    with_works,
)
from bibwiki.pages.kinds.part_pages import PartPages
from bibwiki.pages.kinds.timeline_page import TIMELINE
from bibwiki.pages.kinds.topic_map import TOPIC_MAP
from bibwiki.pages.links import FilePlace, PagePlace
from bibwiki.pages.page_view import Header, PageView, Section
from bibwiki.pages.parts import (
    BY_NAME,
    PART_LENGTH,
    split_parts,
)
from bibwiki.pages.site.exports import all_export_actions
from bibwiki.pages.site.feeds import ALL_WORKS, type_feed_path, work_types
from bibwiki.pages.thing_links import (
    PLURALS,
    breadcrumbs,
    home_link,
    joined,
    year_link,
)
from bibwiki.pages.wording import counted, noun
from bibwiki.pages.work_items import work_list, works_by_year
from bibwiki.pages.work_parts import NEWEST_SHOWN, all_work_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.parts import Part

_NAMED = (Kind.PERSON, Kind.TOPIC, Kind.VENUE, Kind.ORGANIZATION, Kind.EVENT)
_UNITS = {kind: kind.value for kind in Kind}


def index_pages(context: PageContext) -> Iterator[MadePage]:
    """Yield every index and the parts of those that are too long for one page."""
    yield f"{Kind.WORK.folder}/index", partial(work_index, context)
    yield from _work_pages(context).pages(_work_parts(context.untraced))
    for kind in _NAMED:
        yield f"{kind.folder}/index", partial(named_index, context, kind)
        parts = _named_parts(context.untraced, kind)
        yield from _named_pages(context, kind).pages(parts)
    yield f"{Kind.YEAR.folder}/index", partial(year_index, context)


def work_index(context: PageContext) -> PageView:
    """Return the index of all works, newest first."""
    keys = _newest_works(context)
    parts = _work_parts(context)
    claims = _overview("What they claim", "claims", CLAIMS)
    lead: tuple[Block, ...]
    if parts:
        lead = (
            claims,
            Paragraph(("By year:",)),
            _work_pages(context).links(parts),
            Paragraph((f"The newest {NEWEST_SHOWN}:",)),
            work_list(context, keys[:NEWEST_SHOWN]),
        )
    else:
        lead = (claims, works_by_year(context, keys)) if keys else (_empty(Kind.WORK),)
    if keys and context.about.address:
        lead = (*lead, _feeds(context))
    return _index_view(context, Kind.WORK, len(keys), lead)


def _feeds(context: PageContext) -> Paragraph:
    """Return links to the feeds of all works and of those of each type."""
    links = (
        Link(one.label, FilePlace(type_feed_path(one))) for one in work_types(context)
    )
    all_works = Link("of all works", FilePlace(ALL_WORKS))
    return Paragraph(("Atom feeds ", all_works, ", or by type: ", *joined(links), "."))


def named_index(context: PageContext, kind: Kind) -> PageView:
    """Return the index of the people, topics, venues, organizations or events."""
    ids = tuple(context.catalogue.things(kind))
    parts = _named_parts(context, kind)
    sections: tuple[Section, ...] = ()
    lead: tuple[Block, ...] = ()
    if not ids:
        lead = (_empty(kind),)
    elif parts:
        letters = _named_pages(context, kind).links(parts)
        lead = (Paragraph(("By first letter:",)), letters)
    if kind is Kind.PERSON and ids:
        lead = (*lead, _overview("Who writes with whom", "coauthor graph", GRAPH))
        if context.curation:
            lead = (*lead, _overview("For its keepers", "what is doubtful", CURATION))
    if kind is Kind.TOPIC and ids:
        lead = (
            *lead,
            _overview("What goes with what", "topic map", TOPIC_MAP),
            _overview("What each is, in a sentence", "glossary", GLOSSARY),
        )
    if kind is Kind.TOPIC:
        sections = tuple(topic_sections(context, ids, shown=TOP_SHOWN if parts else 0))
    elif parts:
        top = most_works(context, kind, ids)
        sections = (Section("most-works", "Most works", (LinkList(top),)),)
    elif ids:
        sections = tuple(letter_sections(context, kind, ids))
    return _index_view(context, kind, len(ids), lead, sections)


def year_index(context: PageContext) -> PageView:
    """Return the index of the years that have works, by decade, newest first."""
    decades: dict[int, list[CountedLink]] = {}
    for year, keys in context.catalogue.years.items():
        item = CountedLink(year_link(context, year), len(keys), noun(len(keys), "work"))
        decades.setdefault(year // 10 * 10, []).append(item)
    sections = tuple(
        Section(f"decade-{decade}", f"{decade}s", (LinkList(tuple(items)),))
        for decade, items in decades.items()
    )
    timeline = _overview("All years on one page", "timeline", TIMELINE)
    lead = (timeline,) if sections else (_empty(Kind.YEAR),)
    return _index_view(context, Kind.YEAR, len(context.catalogue.years), lead, sections)


def _index_view(
    context: PageContext,
    kind: Kind,
    count: int,
    lead: tuple[Block, ...],
    sections: tuple[Section, ...] = (),
) -> PageView:
    title = PLURALS[kind]
    number = counted(count, _UNITS[kind])
    return PageView(
        pagename=f"{kind.folder}/index",
        title=title,
        header=Header(
            subtitle=(number,),
            actions=all_export_actions() if kind is Kind.WORK and count else (),
        ),
        sections=sections,
        description=f"{title} of this wiki: {number}.",
        breadcrumbs=(home_link(context),),
        lead=lead,
        anchor=f"{kind.folder}-index",
    )


def _empty(kind: Kind) -> Empty:
    return Empty(f"No {noun(2, _UNITS[kind])} are recorded yet.")


def _overview(what: str, name: str, page: str) -> Paragraph:
    """Return the line that leads from an index to a picture of the same."""
    return Paragraph((f"{what}: ", Link(name, PagePlace(page)), "."))


def _newest_works(context: PageContext) -> tuple[str, ...]:
    return tuple(context.catalogue.rank) or tuple(context.catalogue.works)


def _work_parts(context: PageContext) -> tuple[Part, ...]:
    keys = _newest_works(context)
    if len(keys) <= PART_LENGTH:
        return ()
    return all_work_parts(context, keys)


def _work_pages(context: PageContext) -> PartPages:
    return PartPages(
        address=f"{Kind.WORK.folder}/by/",
        title=PLURALS[Kind.WORK],
        unit="work",
        breadcrumbs=breadcrumbs(context, Kind.WORK),
        blocks=lambda keys: (work_list(context, keys),),
    )


def _named_parts(context: PageContext, kind: Kind) -> tuple[Part, ...]:
    ids = tuple(context.catalogue.things(kind))
    if len(ids) <= PART_LENGTH:
        return ()
    return split_parts(ids, BY_NAME, context.tables.letters(kind).__getitem__)


def _named_pages(context: PageContext, kind: Kind) -> PartPages:
    return PartPages(
        address=f"{kind.folder}/by/",
        title=PLURALS[kind],
        unit=_UNITS[kind],
        breadcrumbs=breadcrumbs(context, kind),
        blocks=lambda ids: (LinkList(with_works(context, kind, ids)),),
    )
