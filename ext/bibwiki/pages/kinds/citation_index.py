"""The citation index: every work that a page cites, with the places that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.catalogue.ordering import collation_key, work_sort_name
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.badges import citing_pages
from bibwiki.pages.blocks import Empty, FactList, LinkList, MentionList, Paragraph
from bibwiki.pages.items import Fact, Link, MentionGroup, MentionItem
from bibwiki.pages.kinds.part_pages import PartPages
from bibwiki.pages.letters import initial, letter_order
from bibwiki.pages.links import PagePlace, ThingPlace
from bibwiki.pages.mention_lists import sentence_spans
from bibwiki.pages.page_view import Header, PageView, Section
from bibwiki.pages.parts import BY_NAME, PART_LENGTH, split_parts
from bibwiki.pages.thing_links import counted_links, home_link, joined
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.parts import Part

CITATIONS = "citations"
"""The pagename of the index."""
TITLE = "Citation index"
MOST_CITED_SHOWN = 20
"""Works that the index shows itself when its list has parts."""
PLACES_SHOWN = 5
"""Places of one work that are quoted; its own page quotes all."""


def citation_pages(context: PageContext) -> Iterator[MadePage]:
    """Yield the citation index and its parts."""
    yield CITATIONS, lambda: citation_index(context)
    yield from _pages(context).pages(_parts(context.untraced))


def citation_index(context: PageContext) -> PageView:
    """Return the citation index, by first creator; its parts where it is long."""
    keys = _cited_works(context)
    parts = _parts(context)
    sections: list[Section] = []
    lead: list[Block] = [Paragraph((_coverage(context, keys),))]
    if parts:
        lead.append(_pages(context).links(parts))
        sections.append(Section("most-cited", "Most cited", (_most_cited(context),)))
    else:
        sections += _letter_sections(context, keys)
    unknown = _unknown_keys(context)
    if unknown:
        sections.append(Section("unknown-keys", "Keys without an entry", unknown))
    if not keys:
        lead = [Empty("No page cites a work yet. Cite one and it is listed here.")]
    return PageView(
        pagename=CITATIONS,
        title=TITLE,
        header=Header(),
        sections=tuple(sections),
        description="Every cited work with the pages and sentences that cite it.",
        breadcrumbs=(home_link(context),),
        lead=tuple(lead),
        anchor="citation-index",
    )


def _most_cited(context: PageContext) -> LinkList:
    """Return the works that most pages cite, with how many these are."""
    counts = {key: citing_pages(context, key) for key in _cited_works(context)}
    links = counted_links(context, Kind.WORK, counts, "page")
    return LinkList(links[:MOST_CITED_SHOWN])


def _cited_works(context: PageContext) -> list[str]:
    """Return the cited works by first creator, then oldest first."""
    rank = context.catalogue.rank
    cited = (
        target.id
        for target in context.mentions.by_target
        if target.kind is Kind.WORK and context.mentions_of(target)
    )
    return sorted(
        cited, key=lambda key: (_sort_key(context, key), -rank.get(key, 0), key)
    )


def _sort_key(context: PageContext, key: str) -> tuple[str, str]:
    return collation_key(_sort_name(context, key))


def _sort_name(context: PageContext, key: str) -> str:
    work = context.catalogue.works[key].work
    return work_sort_name(work) or work.title


def _parts(context: PageContext) -> tuple[Part, ...]:
    keys = _cited_works(context)
    if len(keys) <= PART_LENGTH:
        return ()
    return split_parts(keys, BY_NAME, lambda key: _sort_name(context, key))


def _pages(context: PageContext) -> PartPages:
    return PartPages(
        address=f"{CITATIONS}/by/",
        title=TITLE,
        unit="work",
        breadcrumbs=(home_link(context), Link(TITLE, PagePlace(CITATIONS))),
        blocks=lambda keys: (_citing_places(context, keys),),
    )


def _coverage(context: PageContext, keys: list[str]) -> str:
    documents = {
        mention.docname
        for key in keys
        for mention in context.mentions_of(Target(Kind.WORK, key))
    }
    cited, works = f"{len(keys):,}", counted(len(context.catalogue.works), "work")
    verb = "is" if len(keys) == 1 else "are"
    return f"{cited} of {works} {verb} cited, on {counted(len(documents), 'page')}."


def _letter_sections(context: PageContext, keys: list[str]) -> Iterator[Section]:
    letters: dict[tuple[str, str], list[str]] = {}
    for key in keys:
        letters.setdefault(initial(_sort_name(context, key)), []).append(key)
    for name, title in sorted(letters, key=letter_order):
        places = _citing_places(context, tuple(letters[name, title]))
        yield Section(f"letter-{name}", title, (places,))


def _citing_places(context: PageContext, keys: tuple[str, ...]) -> MentionList:
    return MentionList(tuple(_citing_group(context, key) for key in keys))


def _citing_group(context: PageContext, key: str) -> MentionGroup:
    """Return a work with the places that cite it; the first few are quoted."""
    target = Target(Kind.WORK, key)
    work = context.catalogue.works[key].work
    mentions = context.mentions_of(target)
    items = [
        MentionItem(
            Link(
                " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} ".join(
                    title for title in (one.page_title, one.section_title) if title
                ),
                PagePlace(one.docname, one.anchor),
            ),
            sentence_spans(context, one.sentence, target),
        )
        for one in mentions[:PLACES_SHOWN]
    ]
    more = len(mentions) - len(items)
    if more:
        text = f"and {counted(more, 'more place')}"
        items.append(MentionItem(Link(text, ThingPlace(target, "cited-in")), ()))
    label = f"{citation_label(work)}. {work.title}"
    return MentionGroup(Link(label, ThingPlace(target)), tuple(items))


def _unknown_keys(context: PageContext) -> tuple[Block, ...]:
    facts = tuple(
        Fact(key, joined(Link(name, PagePlace(name)) for name in docnames))
        for key, docnames in context.mentions.by_key.items()
        if key not in context.catalogue.key_to_work
    )
    return (FactList(facts),) if facts else ()
