"""Who advised a person's studies, and whose studies they advised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.labels import citation_label
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import FactList, Fold
from bibwiki.pages.items import Fact, Link
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.thing_links import FOLD_AFTER, joined, thing_link
from bibwiki.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.catalogue.catalogue import Advising
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span

ADVISING = "advising"
"""The id of the section."""


def advising_facts(context: PageContext, person: str) -> Iterator[Fact]:
    """Yield the rows of the infobox: the advisors, and how many students there are."""
    advisors = context.catalogue.advisors.get(person, ())
    if advisors:
        links = [thing_link(context, Kind.PERSON, one.person) for one in advisors]
        label = "Advisor" if len(links) == 1 else "Advisors"
        yield Fact(label, joined(links, "; "))
    students = context.catalogue.students.get(person, ())
    if students:
        place = ThingPlace(Target(Kind.PERSON, person), ADVISING)
        yield Fact("Students", (Link(counted(len(students), "person"), place),))


def advising_blocks(context: PageContext, person: str) -> tuple[Block, ...]:
    """Return advisors and students, each with where it is said; many are folded."""
    rows = [
        *_rows(context, "Advisor", context.catalogue.advisors.get(person, ())),
        *_rows(context, "Student", context.catalogue.students.get(person, ())),
    ]
    if not rows:
        return ()
    if len(rows) <= FOLD_AFTER + 2:
        return (FactList(tuple(rows)),)
    rest = tuple(rows[FOLD_AFTER:])
    return (
        FactList(tuple(rows[:FOLD_AFTER])),
        Fold(f"and {len(rest):,} more", (FactList(rest),)),
    )


def _rows(
    context: PageContext, label: str, found: tuple[Advising, ...]
) -> Iterator[Fact]:
    for one in found:
        source = citation_label(context.catalogue.works[one.source].work)
        value: tuple[Span, ...] = (
            thing_link(context, Kind.PERSON, one.person),
            " [",
            thing_link(context, Kind.WORK, one.source, source),
            "]",
        )
        yield Fact(label, value)
