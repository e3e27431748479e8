"""The page for those who keep the collection: what is doubtful, and how to decide it.

It stands aside: linked from the index of the people, and from nowhere that searches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.doubts import Doubts, find_doubts
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import CodeBlock, Empty, Fold, LinkList, Paragraph
from bibwiki.pages.items import CountedLink
from bibwiki.pages.page_view import Header, PageView, Section
from bibwiki.pages.provenance import needs_check
from bibwiki.pages.thing_links import home_link, joined
from bibwiki.pages.tracing.tables import SUGGESTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.catalogue.duplicates.pairs import DuplicatePair
    from bibwiki.catalogue.identity.suggestions import PersonSuggestion
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext

CURATION = "curation"
"""The pagename."""
MOST = 100
"""Doubts of one sort that are shown; ``bibwiki check`` lists all."""
_EXPLANATION = (
    "For those who keep this collection: what bibwiki would rather not decide by "
    "itself. Nothing changes until somebody adds the lines proposed here; whatever is "
    "right as it is can be left."
)

_SHARED = (
    ": their works share no coauthor, venue or keyword, or two stand on one work. A "
    "page with this name makes them one."
)


def curation_view(context: PageContext) -> PageView:
    """Return the page of everything that a keeper could decide."""
    people = suggested_people(context)
    doubts = find_doubts(context.catalogue, people, context.find_similar)
    sections = tuple(_sections(context, doubts))
    lead: tuple[Block, ...] = (Paragraph((_EXPLANATION,)),)
    if not sections:
        lead = (*lead, Empty("Nothing is doubtful."))
    return PageView(
        pagename=CURATION,
        title="Curation",
        header=Header(),
        sections=sections,
        description="What those who keep this collection could decide.",
        breadcrumbs=(home_link(context),),
        lead=lead,
        anchor=CURATION,
        indexed=False,
    )


def suggested_people(context: PageContext) -> tuple[PersonSuggestion, ...]:
    """Return the people who may be one, who are looked for once in a build."""
    catalogue = context.catalogue
    for read in (catalogue.works, catalogue.people, catalogue.venues, catalogue.topics):
        read.items()  # what follows from all of them is not noted one by one
    return tuple(context.facts.table(SUGGESTED).values())


def _sections(context: PageContext, doubts: Doubts) -> Iterator[Section]:
    groups = (
        ("people", "People who may be one", len(doubts.people), _people),
        ("duplicates", "Works that may be one", len(doubts.duplicates), _duplicates),
        ("names", "Names given to nobody", len(doubts.names), _names),
        ("shared-names", "Several people of one name", len(doubts.shared_names),
         _shared_names),
        ("unresolved", "Names that mean nothing", len(doubts.unresolved), _unresolved),
        ("incomplete", "Works that lack fields", len(doubts.incomplete), _incomplete),
    )  # fmt: skip
    for id_, title, count, blocks in groups:
        if count:
            shown = list(blocks(context, doubts))
            if count > MOST:
                more = f"... and {count - MOST:,} more, which bibwiki check lists."
                shown.append(Paragraph((more,)))
            yield Section(id_, f"{title} ({count:,})", tuple(shown))
    doubted = tuple(_doubted(context))
    if doubted:
        title = f"Marked as needing a check ({len(doubted):,})"
        more = f"... and {len(doubted) - MOST:,} more."
        rest = (Paragraph((more,)),) if doubted[MOST:] else ()
        yield Section("to-check", title, (LinkList(doubted[:MOST]), *rest))


def _doubted(context: PageContext) -> Iterator[CountedLink]:
    """Yield links to works and other things whose entry or page asks for a check."""
    for work in context.catalogue.works.values():
        if needs_check(work.note, work.work):
            yield CountedLink(context.link(Kind.WORK, work.key))
    for kind in (Kind.PERSON, Kind.TOPIC, Kind.ORGANIZATION, Kind.VENUE, Kind.EVENT):
        for thing in context.catalogue.things(kind).values():
            if needs_check(thing.note):
                yield CountedLink(context.link(kind, thing.id))


def _people(context: PageContext, doubts: Doubts) -> Iterator[Block]:
    for suggestion in doubts.people[:MOST]:
        first = context.link(Kind.PERSON, suggestion.first)
        second = context.link(Kind.PERSON, suggestion.second)
        reasons = "; ".join(suggestion.reasons)
        yield Paragraph((first, " and ", second, f": {reasons}."))
        yield _front_matter(context, suggestion)


def _front_matter(context: PageContext, suggestion: PersonSuggestion) -> Block:
    """Return the lines of a page that make two people one."""
    first = context.catalogue.people[suggestion.first]
    second = context.catalogue.people[suggestion.second]
    added = [name for name in second.names if name not in first.names]
    if first.note is not None:
        names = ", ".join(map(_quoted, (*first.note.also, *added)))
        return _lines(f"  also: [{names}]", f"{first.id}.md")
    return _lines(_new_page(first, added), f"{first.id}.md")


def _new_page(person: Person, also: Iterable[str]) -> str:
    names = ", ".join(map(_quoted, (*person.names[1:], *also)))
    return (
        f"---\nbibwiki:\n  kind: person\n  id: {_quoted(person.id)}\n"
        f"  name: {_quoted(person.name)}\n  also: [{names}]\n---"
    )


def _quoted(text: str) -> str:
    """Write a text in YAML so that nothing in it is taken for a sign of YAML."""
    plain = all(sign.isalnum() or sign in " .-" for sign in text)
    if plain and text[:1].isalpha() and text.strip() == text:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _duplicates(context: PageContext, doubts: Doubts) -> Iterator[Block]:
    for pair in doubts.duplicates[:MOST]:
        first = context.link(Kind.WORK, pair.first.key)
        second = context.link(Kind.WORK, pair.second.key)
        kind = pair.judgement.kind.value
        yield Paragraph((first, " and ", second, f" ({kind}): {pair.reason}."))
        yield _lines(_version_lines(pair), "works.bib")


def _version_lines(pair: DuplicatePair) -> str:
    entry = pair.second.entry
    return (
        f"@{entry.entry_type}{{{entry.key},\n"
        f"  related     = {{{pair.first.key}}},\n"
        f"  relatedtype = {{version}},"
    )


def _names(context: PageContext, doubts: Doubts) -> Iterator[Block]:
    for one in doubts.names[:MOST]:
        people = [context.link(Kind.PERSON, id_, id_) for id_ in one.people]
        name = one.contribution.name.display
        yield Paragraph((
            f"{name} of ", context.link(Kind.WORK, one.work), " may be ",
            *joined(people, " or "), ".",
        ))  # fmt: skip
        yield _lines(_entry_lines(context, one.work, one.annotation), "works.bib")


def _shared_names(context: PageContext, doubts: Doubts) -> Iterator[Block]:
    for ids in doubts.shared_names[:MOST]:
        people = [context.link(Kind.PERSON, id_, id_) for id_ in ids]
        person = context.catalogue.people[ids[0]]
        yield Paragraph((
            f"{person.name} is the name of ", *joined(people, ", "),
            _SHARED,
        ))  # fmt: skip
        yield _lines(_new_page(person, ()), f"{person.id}.md")


def _unresolved(_context: PageContext, doubts: Doubts) -> Iterator[Block]:
    for one in doubts.unresolved[:MOST]:
        yield Paragraph((f"{one.message}.",))


def _incomplete(context: PageContext, doubts: Doubts) -> Iterator[Block]:
    shown = doubts.incomplete[:MOST]
    items = tuple(
        CountedLink(context.link(Kind.WORK, key), None, f"lacks {', '.join(fields)}")
        for key, fields in shown
    )
    yield LinkList(items)
    lines = (
        _entry_lines(context, key, *(f"{name} = {{}}," for name in fields))
        for key, fields in shown
    )
    yield Fold("The lines to fill in", (_lines("\n".join(lines), "works.bib"),))


def _entry_lines(context: PageContext, key: str, *fields: str) -> str:
    entry = context.catalogue.works[key].work.entry
    head = f"@{entry.entry_type}{{{entry.key},"
    return "\n".join((head, *(f"  {field}" for field in fields)))


def _lines(text: str, filename: str) -> CodeBlock:
    return CodeBlock(text, "the lines", filename)
