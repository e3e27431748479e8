"""The topics with what they are, in the first sentence of their pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Empty, Table
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.part_pages import PartPages
from bibwiki.pages.letters import initial, letter_order
from bibwiki.pages.links import PagePlace
from bibwiki.pages.mention_lists import sentence_spans
from bibwiki.pages.page_view import Header, PageView, Section
from bibwiki.pages.parts import BY_NAME, split_parts
from bibwiki.pages.thing_links import (
    counted_links,
    home_link,
    link_blocks,
    thing_link,
    whole_index,
)
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.parts import Part

GLOSSARY = "glossary"
"""The pagename of the glossary."""
TITLE = "Glossary"
SHOWN = 200
"""Terms on one page, a sentence each; of more, each letter has its own."""


def glossary_pages(context: PageContext) -> Iterator[MadePage]:
    """Yield the glossary, and its parts where it is long."""
    yield GLOSSARY, partial(glossary_view, context)
    yield from _pages(context).pages(_parts(context.untraced))


def glossary_view(context: PageContext) -> PageView:
    """Return all terms, or links to the letters where they are many."""
    defined, undefined = _terms(context)
    parts = _parts(context)
    sections = [] if parts else list(_letter_sections(context, defined))
    if undefined:
        counts = {id_: len(context.catalogue.topics[id_].works) for id_ in undefined}
        links = link_blocks(
            counted_links(context, Kind.TOPIC, counts),
            "topic",
            whole=whole_index(Kind.TOPIC),
        )
        sections.append(Section("undefined", "Without a definition", links))
    summary = counted(len(defined), "term")
    lead = (_pages(context).links(parts),) if parts else ()
    return PageView(
        pagename=GLOSSARY,
        title=TITLE,
        header=Header(subtitle=(summary,) if defined else ()),
        sections=tuple(sections),
        description=f"What the topics of this wiki are, in a sentence each: {summary}.",
        breadcrumbs=(home_link(context),),
        lead=lead if defined else (_EMPTY,),
        anchor=GLOSSARY,
    )


_EMPTY = Empty(
    "No term is defined yet. Write a page about a topic, its first sentence is here."
)


def _terms(context: PageContext) -> tuple[list[str], list[str]]:
    """Return the topics whose page begins with a sentence, and all others."""
    defined: list[str] = []
    undefined: list[str] = []
    for id_ in context.catalogue.topics:
        (defined if context.definition(Target(Kind.TOPIC, id_)) else undefined).append(
            id_
        )
    return defined, undefined


def _parts(context: PageContext) -> tuple[Part, ...]:
    defined, _ = _terms(context)
    if len(defined) <= SHOWN:
        return ()
    return split_parts(defined, BY_NAME, context.tables.letters(Kind.TOPIC).__getitem__)


def _letter_sections(context: PageContext, ids: list[str]) -> Iterator[Section]:
    letters: dict[tuple[str, str], list[str]] = {}
    for id_ in ids:
        name = context.catalogue.topics[id_].name
        letters.setdefault(initial(name), []).append(id_)
    for name, title in sorted(letters, key=letter_order):
        table = _table(context, tuple(letters[name, title]))
        yield Section(f"letter-{name}", title, (table,))


def _table(context: PageContext, ids: tuple[str, ...]) -> Table:
    targets = [Target(Kind.TOPIC, id_) for id_ in ids]
    rows = tuple(
        (
            (thing_link(context, Kind.TOPIC, target.id),),
            sentence_spans(context, context.definition(target), target),
        )
        for target in targets
    )
    return Table("Terms and what they are", ("Term", "What it is"), rows)


def _pages(context: PageContext) -> PartPages:
    return PartPages(
        address=f"{GLOSSARY}/by/",
        title=TITLE,
        unit="term",
        breadcrumbs=(home_link(context), Link(TITLE, PagePlace(GLOSSARY))),
        blocks=lambda ids: (_table(context, ids),),
    )
