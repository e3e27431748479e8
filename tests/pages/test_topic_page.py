from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.mention import Mention
from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.pages.blocks import FactList, LinkList, Paragraph, Picture, Table, WorkList
from bibwiki.pages.items import Badge, Link
from bibwiki.pages.kinds.topic_page import topic_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span
    from bibwiki.pages.page_view import PageView


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def blocks_of(view: PageView, section: str) -> tuple[Block, ...]:
    return next(one.blocks for one in view.sections if one.id == section)


def test_infobox_counts_and_places_the_topic(library: PageContext) -> None:
    facts = topic_view(library, "lamp-posts").header.facts

    assert [(fact.label, text_of(fact.value)) for fact in facts] == [
        ("Works", "3"),
        ("People", "13"),
        ("First work", "2021"),
        ("Newest work", "2022"),
        ("Broader", "tides"),
        ("Also listed under", "street lamps"),
    ]


def test_kinds_of_topics_other_than_concepts_have_a_badge(library: PageContext) -> None:
    assert topic_view(library, "tides").header.badges == (Badge("Topic", "topic"),)
    assert Badge("System") in topic_view(library, "lamp-posts").header.badges


def test_neighbours_are_declared_ones_and_those_with_shared_works(
    library: PageContext,
) -> None:
    declared, shared = blocks_of(topic_view(library, "lamp-posts"), "neighbours")

    assert isinstance(declared, FactList)
    assert [(fact.label, text_of(fact.value)) for fact in declared.facts] == [
        ("Broader", "tides"),
        ("See also", "doubt"),
    ]
    assert isinstance(shared, LinkList)
    assert [(one.link.text, one.count, one.remark) for one in shared.items] == [
        ("tides", 2, "shared works")
    ]


def test_questions_name_the_works_that_say_most(library: PageContext) -> None:
    (table,) = blocks_of(topic_view(library, "lamp-posts"), "questions")

    assert isinstance(table, Table)
    assert [[text_of(cell) for cell in row] for row in table.rows] == [
        [
            "Do lamp posts <lean>?",
            "Sørensen 2022; Brightwater et al. 2021; nope",
            "disputed",
        ],
        ["Why?", "none recorded", "open"],
    ]


def test_a_topic_without_works_shows_those_that_its_page_cites(
    context_of: Callable[..., PageContext],
) -> None:
    note = Note(Kind.TOPIC, "knots", "Knots", "knots", Location("knots.md"))
    cited = Mention("knots", "Knots", "", "a", 1, (), "cite", ("b2020",))
    linked = Mention("knots", "Knots", "", "b", 2, (), "topic", ("knots",))
    works = "@book{a2020, title = {A}} @book{b2020, title = {B}}"

    _, listed = blocks_of(
        topic_view(context_of(works, [note], [cited, linked]), "knots"), "works"
    )

    assert isinstance(listed, WorkList)
    assert [one.title for group in listed.groups for one in group.items] == ["B"]


def test_narrower_topics_are_told_on_the_broader_one(library: PageContext) -> None:
    facts = {
        fact.label: text_of(fact.value)
        for fact in topic_view(library, "tides").header.facts
    }

    assert facts["Narrower"] == "Lamp posts"


def test_long_lists_show_the_newest_and_link_to_their_parts(big: PageContext) -> None:
    count, years, newest, works = blocks_of(topic_view(big, "everything"), "works")

    assert count == Paragraph(("All 130 works:",))
    assert isinstance(years, Picture)
    (links,) = years.blocks
    assert isinstance(links, LinkList)
    assert [(one.link.text, one.count) for one in links.items] == [
        ("2020", 65),
        ("2019", 65),
    ]
    assert newest == Paragraph(("The newest 20:",))
    assert isinstance(works, WorkList)
    assert sum(len(group.items) for group in works.groups) == 20


def test_description_sums_up(library: PageContext) -> None:
    assert topic_view(library, "doubt").description == (
        "doubt: 3 works by 2 people recorded here, 2019\N{EN DASH}2022."
    )


def test_a_long_list_names_what_is_cited_most_first(
    context_of: Callable[..., PageContext],
) -> None:
    def cited(docname: str, key: str) -> Mention:
        return Mention(docname, docname, "", "a", 1, (), "cite", (key,))

    text = "\n".join(
        f"@misc{{k{n}, title={{Work {n}}}, year=2020, keywords={{tides}}}}"
        for n in range(15)
    )
    mentions = [cited(page, "k7") for page in "abc"]
    mentions += [cited(page, "k3") for page in "ab"] + [cited("a", "k1")]
    context = context_of(text, (), mentions)

    intro, most, *_ = blocks_of(topic_view(context, "tides"), "works")

    assert intro == Paragraph(("Cited on most pages:",))
    assert isinstance(most, WorkList)
    assert [item.target.id for item in most.groups[0].items] == ["k7", "k3"]
