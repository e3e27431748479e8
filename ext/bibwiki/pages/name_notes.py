"""How a person's name is written, and whom the person must not be confused with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import Fact, FactList
from bibwiki.pages.thing_links import index_link, joined, thing_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.pages.blocks import Block, Link, Span
    from bibwiki.pages.context import PageContext

ALIKE_SHOWN = 20
"""People of similar names that a page links to. Of common names there are hundreds, and
each of these people has a page that would list all others."""


def name_blocks(context: PageContext, person: Person) -> tuple[Block, ...]:
    """Return the names of a person, and the people whose names are much the same."""
    facts = tuple(_facts(context, person))
    return (FactList(facts),) if facts else ()


def _facts(context: PageContext, person: Person) -> Iterator[Fact]:
    if len(person.names) > 1 or person.note is not None:
        yield Fact("Written as", ("; ".join(person.names),))
    alike = _alike(context, person)
    if alike:
        yield Fact("Not to be confused with", tuple(_links(context, alike)))


def _alike(context: PageContext, person: Person) -> list[str]:
    """Return people of the same family name and initial.

    Those of the very same name come first, else in alphabetical order.
    """
    others = [id_ for id_ in context.alike(person.sort_name) if id_ != person.id]
    own = fold(person.name)
    links = {id_: thing_link(context, Kind.PERSON, id_) for id_ in others}
    others.sort(key=lambda id_: fold(links[id_].text) != own)  # keeps their order
    return others


def _links(context: PageContext, alike: list[str]) -> Iterator[Span]:
    shown: list[Link] = [
        thing_link(context, Kind.PERSON, id_) for id_ in alike[:ALIKE_SHOWN]
    ]
    yield from joined(shown, "; ")
    more = len(alike) - len(shown)
    if more > 0:
        yield f"; and {more:,} more in the index of "
        yield index_link(Kind.PERSON)
