from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.identity.mention import Mention
from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Affiliation, Note
from bibwiki.pages.blocks import Empty, FactList, LinkList, Paragraph, Picture, WorkList
from bibwiki.pages.items import Fact, Link
from bibwiki.pages.kinds.person_page import person_view
from bibwiki.pages.sections import section_titles
from bibwiki.pages.thing_links import thing_link

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


def test_works_stand_by_year_newest_first_with_the_name_in_bold(
    library: PageContext,
) -> None:
    (picture,) = blocks_of(person_view(library, "ada-brightwater"), "works")

    assert isinstance(picture, Picture)
    (block,) = picture.blocks
    assert isinstance(block, WorkList)
    assert [group.title for group in block.groups] == ["2023", "2022", "2021"]
    bold = [
        link.text
        for group in block.groups
        for item in group.items
        for link in item.creators
        if link.strong
    ]
    assert bold == [
        "Ada Brightwater",
        "A. Brightwater",
        "Ada Brightwater",
        "Ada Brightwater",
    ]


def test_orcids_of_works_stand_in_the_infobox(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(
        "@misc{a, title={A}, author={Loom, Ada (0000-0002-1825-0097) and Vale, Ben}}"
    )
    facts = [
        [text_of(fact.value) for fact in person_view(context, id_).header.facts
         if fact.label == "ORCID"]
        for id_ in ("ada-loom", "ben-vale")
    ]  # fmt: skip

    assert facts == [["0000-0002-1825-0097"], []]


def test_infobox_holds_affiliation_years_identifiers_and_links(
    library: PageContext,
) -> None:
    facts = person_view(library, "ada-brightwater").header.facts

    assert [(fact.label, text_of(fact.value)) for fact in facts] == [
        ("Affiliation", "Harbour Lab (as captured)"),
        ("Active", "2021\N{EN DASH}2023"),
        ("Works here", "4"),
        ("Mentioned on", "1 page"),
        ("ORCID", "0000-0000-0000-0000"),
        ("Also written as", "A. Brightwater"),
        ("Homepage", "example.org/ada"),
        ("Checked", "20 November 2026"),
    ]


def test_an_unknown_affiliation_is_said(library: PageContext) -> None:
    fact = person_view(library, "tamsin-quill").header.facts[0]

    assert (fact.label, fact.value) == ("Affiliation", ("not recorded",))


def test_affiliations_have_their_time_role_and_source(library: PageContext) -> None:
    (block,) = blocks_of(person_view(library, "ada-brightwater"), "affiliations")

    assert isinstance(block, FactList)
    assert [(fact.label, text_of(fact.value)) for fact in block.facts] == [
        ("since 2020", "Harbour Lab, tide reader (as captured) [Quill 2019]"),
        ("2017\N{EN DASH}2019", "Night School, pupil"),
    ]


def test_coauthors_share_a_role_and_are_counted(library: PageContext) -> None:
    (block,) = blocks_of(person_view(library, "benedikt-sorensen"), "coauthors")

    assert isinstance(block, LinkList)
    assert [(one.link.text, one.count, one.remark) for one in block.items] == [
        ("Ada Brightwater", 1, "joint work")
    ]


def test_editors_are_no_coauthors_of_what_they_edit(library: PageContext) -> None:
    (block,) = blocks_of(person_view(library, "tamsin-quill"), "coauthors")

    assert block == Empty("No coauthors are recorded yet.")


def test_a_person_who_only_advised_is_no_coauthor(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(
        "@phdthesis{t, title={T}, author={Young, Una}, advisor={Old, Otto}}"
    )

    for person in context.catalogue.people:
        assert isinstance(
            blocks_of(person_view(context, person), "coauthors")[0], Empty
        )


def test_topics_stand_by_weight(library: PageContext) -> None:
    (block,) = blocks_of(person_view(library, "ada-brightwater"), "topics")

    assert isinstance(block, LinkList)
    assert [(one.link.text, one.count) for one in block.items] == [
        ("Lamp posts", 3),
        ("tides", 2),
    ]


def test_names_are_listed_where_there_are_several(library: PageContext) -> None:
    (block,) = blocks_of(person_view(library, "ada-brightwater"), "names")

    names = "Ada Brightwater; A. Brightwater"
    assert block == FactList((Fact("Written as", (names,)),))
    ids = [section.id for section in person_view(library, "tamsin-quill").sections]
    assert "names" not in ids


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        pytest.param(
            "ada-brightwater",
            "Ada Brightwater is a creator of 4 works (first named on 2) recorded here, "
            "2021\N{EN DASH}2023.",
            id="several works",
        ),
        pytest.param(
            "hal-eight",
            "Hal Eight is a creator of 1 work recorded here, 2021.",
            id="one work",
        ),
    ],
)
def test_the_lead_sums_up(library: PageContext, person: str, sentence: str) -> None:
    view = person_view(library, person)

    (lead,) = view.lead
    assert isinstance(lead, Paragraph)
    assert text_of(lead.spans) == sentence
    assert view.description == sentence


def test_documents_get_every_section(library: PageContext) -> None:
    view = person_view(library, "ada-brightwater")

    titles = tuple((section.id, section.title) for section in view.sections)
    note = library.catalogue.people["ada-brightwater"].note
    assert note is not None
    assert titles == section_titles(note)
    assert view.pagename == "people/ada-brightwater"


def test_an_affiliation_may_name_an_organization_by_another_name(
    context_of: Callable[..., PageContext],
) -> None:
    lab = Note(
        Kind.ORGANIZATION, "lab", "Lab", "lab", Location("lab.md"), also=("The Lab",)
    )
    ann = Note(
        Kind.PERSON,
        "ann",
        "Ann",
        "ann",
        Location("ann.md"),
        affiliations=(Affiliation("The Lab"), Affiliation("Lab", end="2020")),
    )
    context = context_of("", [lab, ann])

    view = person_view(context, "ann")

    assert view.header.subtitle == (thing_link(context, Kind.ORGANIZATION, "lab"),)
    (history,) = blocks_of(view, "affiliations")
    assert isinstance(history, FactList)
    assert [fact.label for fact in history.facts] == ["time not recorded", "until 2020"]
    (lead,) = view.lead
    assert isinstance(lead, Paragraph)
    assert text_of(lead.spans) == "No works by Ann are recorded here yet."


@pytest.mark.parametrize(
    ("affiliations", "subtitle"),
    [
        pytest.param(
            [Affiliation("Old", end="2019"), Affiliation("New", role="reader")],
            "reader, New",
            id="the present one, wherever it stands",
        ),
        pytest.param(
            [Affiliation("First", start="2015"), Affiliation("Second", start="2020")],
            "Second",
            id="of two, the newer",
        ),
        pytest.param(
            [
                Affiliation("Old", start="2010", end="2015"),
                Affiliation("Last", role="clerk", start="2015", end="2019"),
            ],
            "formerly clerk, Last (2015\N{EN DASH}2019)",
            id="none: the last one, as past",
        ),
        pytest.param([], "", id="none at all"),
    ],
)
def test_the_line_under_the_name_is_the_present_post(
    context_of: Callable[..., PageContext],
    affiliations: list[Affiliation],
    subtitle: str,
) -> None:
    note = Note(
        Kind.PERSON,
        "ann",
        "Ann",
        "ann",
        Location("ann.md"),
        affiliations=tuple(affiliations),
    )

    header = person_view(context_of("", [note]), "ann").header

    assert text_of(header.subtitle) == subtitle


@pytest.mark.parametrize("works", [20, 60])
def test_one_line_stands_between_the_most_cited_and_all(
    context_of: Callable[..., PageContext], works: int
) -> None:
    entries = [f"@misc{{k{n}, author={{Ng, Al}}, year=2020}}" for n in range(works)]
    mentions = [Mention(d, d, "", "a", 1, (), "cite", ("k7",)) for d in "ab"]
    context = context_of("".join(entries), (), mentions)

    blocks = blocks_of(person_view(context, "al-ng"), "works")

    said = [one.spans[0] for one in blocks if isinstance(one, Paragraph)]
    newest = [] if works == 20 else ["The newest 20:"]
    of_all = "All by year:" if works == 20 else "All 60 works:"
    assert said == ["Cited on most pages:", of_all, *newest]


def test_many_works_begin_with_those_that_are_cited_most(
    context_of: Callable[..., PageContext],
) -> None:
    works = [f"@misc{{k{n}, author={{Ng, Al and Fox, Bo}}}}" for n in range(15)]
    mentions = [Mention(d, d, "", "a", 1, (), "cite", ("k7",)) for d in "ab"]
    context = context_of("".join(works), (), mentions)

    intro, most, *_ = blocks_of(person_view(context, "al-ng"), "works")

    assert intro == Paragraph(("Cited on most pages:",))
    assert isinstance(most, WorkList)
    (item,) = most.groups[0].items
    assert item.target.id == "k7"
    assert [creator.strong for creator in item.creators] == [True, False]
