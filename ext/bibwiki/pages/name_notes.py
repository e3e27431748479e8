"""How a person's name is written, and whom the person must not be confused with."""

from __future__ import annotations

from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import FactList
from bibwiki.pages.items import Fact
from bibwiki.pages.thing_links import joined, letter_link, thing_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bibwiki.catalogue.catalogue import Person
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Link, Span

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
    alike = context.tables.alike(person.sort_name)
    if person.id in alike:
        yield Fact("Not to be confused with", tuple(_others(context, person, alike)))


def _others(
    context: PageContext, person: Person, alike: Sequence[str]
) -> Iterator[Span]:
    """Yield links to others of the same family name and initial.

    Those of the very same name come first, else in alphabetical order. Only as many are
    looked at as are shown: each of the others has such a page, too.
    """
    place = alike.index(person.id)
    own = fold(person.name)

    def has_same_name(id_: str) -> bool:
        return fold(thing_link(context, Kind.PERSON, id_).text) == own

    # The order of people puts them side by side.
    before = reversed(alike[max(0, place - ALIKE_SHOWN) : place])
    after = alike[place + 1 : place + 1 + ALIKE_SHOWN]
    same = [*takewhile(has_same_name, before)][::-1]
    same += takewhile(has_same_name, after)
    rest = (id_ for id_ in alike if id_ != person.id and id_ not in same)
    shown: list[Link] = [
        thing_link(context, Kind.PERSON, id_)
        for id_ in islice(chain(same, rest), ALIKE_SHOWN)
    ]
    yield from joined(shown, "; ")
    more = len(alike) - 1 - len(shown)
    if more > 0:
        yield f"; and {more:,} more: "
        yield letter_link(context, Kind.PERSON, person.sort_name)
