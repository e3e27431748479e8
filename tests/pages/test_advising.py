from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.advising import advising_blocks, advising_facts
from bibwiki.pages.blocks import FactList, Fold
from bibwiki.pages.items import Fact, Link
from bibwiki.pages.links import ThingPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext

THESIS = (
    "@phdthesis{{t{0}, title = {{T}}, author = {{S{0}, Ann}}, advisor = {{Loom, Bo}}}}"
)


def test_advisors_and_students_name_the_thesis(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(THESIS.format("tu"))
    student = Link("Ann Stu", ThingPlace(Target(Kind.PERSON, "ann-stu")))
    advisor = Link("Bo Loom", ThingPlace(Target(Kind.PERSON, "bo-loom")))
    thesis = Link("Stu n.d.", ThingPlace(Target(Kind.WORK, "ttu")))
    section = ThingPlace(Target(Kind.PERSON, "bo-loom"), "advising")

    assert advising_blocks(context, "ann-stu") == (
        FactList((Fact("Advisor", (advisor, " [", thesis, "]")),)),
    )
    assert advising_blocks(context, "bo-loom") == (
        FactList((Fact("Student", (student, " [", thesis, "]")),)),
    )
    assert tuple(advising_facts(context, "ann-stu")) == (Fact("Advisor", (advisor,)),)
    assert tuple(advising_facts(context, "bo-loom")) == (
        Fact("Students", (Link("1 person", section),)),
    )


def test_many_students_are_folded_and_none_is_left_out(
    context_of: Callable[..., PageContext],
) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    context = context_of("\n".join(THESIS.format(letter) for letter in letters))

    shown, rest = advising_blocks(context, "bo-loom")

    assert isinstance(shown, FactList)
    assert isinstance(rest, Fold)
    (more,) = rest.blocks
    assert isinstance(more, FactList)
    assert rest.title == "and 6 more"
    assert len(shown.facts) + len(more.facts) == len(letters)


def test_nobody_is_shown_where_nothing_is_known(library: PageContext) -> None:
    assert advising_blocks(library, "benedikt-sorensen") == ()
