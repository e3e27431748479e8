"""Works say which questions and claims they are evidence for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Note, Question
from bibwiki.pages.blocks import ClaimList, Fold, Paragraph, Table
from bibwiki.pages.evidence import SHOWN, evidence_blocks
from bibwiki.pages.items import ClaimItem, Link
from bibwiki.pages.kinds.work_page import work_view
from bibwiki.pages.links import ThingPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


def evidence_of(context: PageContext, key: str) -> tuple[Block, ...]:
    return evidence_blocks(context, context.catalogue.works[key])


def topic(id_: str, *questions: Question) -> Note:
    place = Location(f"topics/{id_}.md")
    name = id_.capitalize()
    return Note(Kind.TOPIC, id_, name, f"topics/{id_}", place, questions=questions)


def test_questions_stand_on_the_pages_of_their_evidence(
    context_of: Callable[..., PageContext],
) -> None:
    notes = [
        topic("tides", Question("Why?", ("b",)), Question("How?", ("a-old", "a"))),
        topic("lamps", Question("Do they lean?", ("a",), "disputed")),
    ]
    context = context_of("@book{a, title={A}, ids={a-old}} @book{b, title={B}}", notes)

    def row(question: str, id_: str, name: str, state: str) -> tuple[object, ...]:
        place = ThingPlace(Target(Kind.TOPIC, id_), "questions")
        return ((question,), (Link(name, place),), (state,))

    (table,) = evidence_of(context, "a")
    assert isinstance(table, Table)
    assert table.rows == (
        row("Do they lean?", "lamps", "Lamps", "disputed"),
        row("How?", "tides", "Tides", "open"),
    )


def test_claims_stand_on_the_pages_of_works_that_bear_on_them(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(
        """@book{a, title={A}, disputes={b}, supports={c, d}, extends={b}}
        @book{b, title={B}, author={Ng, Bo}, year=2001, claim={It is.}, claim2={So.}}
        @book{c, title={C}, claim={It is not.}} @book{d, title={D}}"""
    )

    def claim(text: str, key: str, label: str, number: int = 1) -> ClaimItem:
        place = ThingPlace(Target(Kind.WORK, key), f"claim-{number}")
        return ClaimItem("", text, (Link(label, place),))

    assert evidence_of(context, "a") == (
        Paragraph(("Supports what others claim:",)),
        ClaimList((claim("It is not.", "c", "C n.d."),)),
        Paragraph(("Disputes what others claim:",)),
        ClaimList(
            (claim("It is.", "b", "Ng 2001"), claim("So.", "b", "Ng 2001", number=2))
        ),
    )


def test_many_claims_are_folded(context_of: Callable[..., PageContext]) -> None:
    claims = ", ".join(f"claim{n} = {{Claim {n}.}}" for n in range(1, 31))
    context = context_of(f"@book{{a, disputes={{b}}}} @book{{b, {claims}}}")

    _, shown, fold = evidence_of(context, "a")

    assert isinstance(shown, ClaimList)
    assert isinstance(fold, Fold)
    assert len(shown.items) == SHOWN
    assert fold.title == "and 10 more claims"


def test_a_work_that_is_evidence_for_nothing_does_not_say_so(
    library: PageContext,
) -> None:
    asked = work_view(library, "sorensen2022doubt")
    other = work_view(library, "quill2019letters")

    assert "evidence" in [section.id for section in asked.sections]
    assert "evidence" not in [section.id for section in other.sections]
