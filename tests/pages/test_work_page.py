from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.notes.note import Note
from bibwiki.pages.blocks import (
    CodeBlock,
    Fold,
    LinkList,
    Paragraph,
    Picture,
    RemarkedWorkList,
    WorkList,
)
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.work_page import work_view
from bibwiki.pages.links import WebPlace
from bibwiki.pages.sections import section_titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.items import Span
    from bibwiki.pages.page_view import PageView


def text_of(spans: tuple[Span, ...]) -> str:
    return "".join(span.text if isinstance(span, Link) else span for span in spans)


def facts_of(view: PageView) -> dict[str, str]:
    return {fact.label: text_of(fact.value) for fact in view.header.facts}


def blocks_of(view: PageView, section: str) -> tuple[Block, ...]:
    return next(one.blocks for one in view.sections if one.id == section)


def test_infobox_tells_what_is_known(library: PageContext) -> None:
    view = work_view(library, "brightwater2021tides")

    assert facts_of(view) == {
        "Date": "12 May 2021",
        "Venue": "Meeting on Coastal Signals",
        "Pages": "10\N{EN DASH}20",
        "Type": "Conference paper",
        "Editor": "Tamsin Quill",
        "Publisher": "Harbour Press",
        "DOI": "10.5555/tides.2021",
        "arXiv": "2101.00001",
        "Cited on": "2 pages",
        "Keywords": "single keyword",
        "Versions": "2",
        "Citation keys": "brightwater2021tides, brightwater2020tides",
    }


def test_an_unknown_date_is_said(library: PageContext) -> None:
    assert facts_of(work_view(library, "hostile"))["Date"] == "not recorded"


@pytest.mark.parametrize(
    ("key", "volume"),
    [
        pytest.param("a", "3(2)", id="volume and number"),
        pytest.param("b", "3", id="volume"),
    ],
)
def test_volume_and_number_share_a_row(
    context_of: Callable[..., PageContext], key: str, volume: str
) -> None:
    context = context_of(
        "@article{a, title={A}, volume={3}, number={2}}"
        "@article{b, title={B}, volume={3}}"
        "@article{c, title={C}, number={7}, eventtitle={Night}}"
    )

    assert facts_of(work_view(context, key))["Volume"] == volume
    assert facts_of(work_view(context, "c"))["Number"] == "7"
    assert facts_of(work_view(context, "c"))["Event"] == "Night"


def test_the_best_way_to_the_text_is_the_main_action(library: PageContext) -> None:
    actions = work_view(library, "brightwater2021tides").header.actions

    assert [(action.link.text, action.primary) for action in actions] == [
        ("Read the PDF", True),
        ("Code", False),
        ("Thread", False),
        ("Cite", False),
    ]


@pytest.mark.parametrize(
    ("fields", "text", "url"),
    [
        pytest.param(
            "doi = {10.5555/x}, url = {https://example.org/a}",
            "Read at the publisher",
            "https://doi.org/10.5555/x",
            id="doi before url",
        ),
        pytest.param(
            "eprint = {2101.00001}, eprinttype = {arxiv}",
            "Read on arXiv",
            "https://arxiv.org/abs/2101.00001",
            id="arxiv",
        ),
        pytest.param(
            "url = {https://example.org/a}",
            "Read online",
            "https://example.org/a",
            id="url",
        ),
        pytest.param(
            "website = {https://example.org/w}",
            "Open the website",
            "https://example.org/w",
            id="website",
        ),
    ],
)
def test_works_without_pdf_are_read_elsewhere(
    context_of: Callable[..., PageContext], fields: str, text: str, url: str
) -> None:
    context = context_of(f"@misc{{a, title = {{A}}, {fields}}}")

    first = work_view(context, "a").header.actions[0]

    assert (first.primary, first.link) == (True, Link(text, WebPlace(url)))


def test_unsafe_addresses_are_no_links(library: PageContext) -> None:
    actions = work_view(library, "hostile").header.actions

    assert [action.link.text for action in actions] == ["Cite"]


def test_marks_are_explained(library: PageContext) -> None:
    assert work_view(library, "brightwater2021tides").header.legend == (
        "* equal contribution"
    )
    assert work_view(library, "quill2019letters").header.legend == ""


def test_bibtex_of_every_version_can_be_taken(library: PageContext) -> None:
    code, *_, fold = blocks_of(work_view(library, "brightwater2021tides"), "cite")

    assert isinstance(code, CodeBlock)
    assert code.filename == "brightwater2021tides.bib"
    assert code.text.startswith("@inproceedings{brightwater2021tides,")
    assert isinstance(fold, Fold)
    assert fold.title == "Other versions: Preprint 2020, arXiv 2001.00009"
    assert isinstance(fold.blocks[0], CodeBlock)
    assert fold.blocks[0].text.startswith("@misc{brightwater2020tides,")


def test_relations_stand_on_both_sides_under_their_names(library: PageContext) -> None:
    (own,) = blocks_of(work_view(library, "sorensen2022doubt"), "relations")
    (picture,) = blocks_of(work_view(library, "brightwater2021tides"), "relations")

    assert isinstance(own, WorkList)
    assert isinstance(picture, Picture)
    (other,) = picture.blocks
    assert isinstance(other, WorkList)
    assert [group.title for group in own.groups] == ["Disputes"]
    assert [group.title for group in other.groups] == ["Disputed by", "Supported by"]


def test_an_entry_tells_what_it_was_taken_from(library: PageContext) -> None:
    (own,) = blocks_of(work_view(library, "alfarouq2022support"), "relations")
    (source,) = blocks_of(work_view(library, "quill2019letters"), "relations")

    assert isinstance(own, WorkList)
    assert isinstance(source, WorkList)
    assert [group.title for group in own.groups] == ["Supports", "Recorded from"]
    assert [group.title for group in source.groups] == ["Source of"]


def test_many_relations_of_one_kind_are_folded_and_none_is_lost(
    context_of: Callable[..., PageContext],
) -> None:
    taken = "".join(
        f"@misc{{t{n}, title = {{T{n}}}, source = {{origin}}}}" for n in range(25)
    )
    origin = "@misc{origin, title = {O}, extends = {t0}}"
    context = context_of(
        f"{origin} {taken} @misc{{z, title={{Z}}, extends={{origin}}}}"
    )

    (picture,) = blocks_of(work_view(context, "origin"), "relations")

    assert isinstance(picture, Picture)
    block, fold, last = picture.blocks
    assert isinstance(block, WorkList)
    assert isinstance(fold, Fold)
    assert isinstance(last, WorkList)
    assert [(group.title, len(group.items)) for group in block.groups] == [
        ("Extends", 1),
        ("Source of (25)", 20),
    ]
    (rest,) = fold.blocks
    assert isinstance(rest, LinkList)
    assert fold.title == "Source of: 5 more works"
    assert [one.link.text for one in rest.items] == ["T20", "T21", "T22", "T23", "T24"]
    assert [group.title for group in last.groups] == ["Extended by"]


def test_related_works_say_why(library: PageContext) -> None:
    (block,) = blocks_of(work_view(library, "crowd2021many"), "related")

    assert isinstance(block, RemarkedWorkList)
    reasons = {one.item.target.id: text_of(one.remark) for one in block.items}
    assert reasons["brightwater2021tides"] == (
        "Also on Lamp posts; also by Ada Brightwater"
    )
    assert reasons["brightwater2023retraction"] == "Also by Ada Brightwater"


def test_works_with_a_declared_relation_are_not_told_twice(
    library: PageContext,
) -> None:
    (block,) = blocks_of(work_view(library, "sorensen2022doubt"), "related")

    assert isinstance(block, RemarkedWorkList)
    related = {one.item.target.id for one in block.items}
    assert related == {"alfarouq2022support", "quill2019letters", "quill2021lamps"}


def test_more_reasons_than_can_be_read_are_counted(
    context_of: Callable[..., PageContext],
) -> None:
    entry = "@misc{%s, title = {T}, keywords = {k1, k2, k3, k4, k5}}"
    context = context_of(entry % "a" + entry % "b")

    (block,) = blocks_of(work_view(context, "a"), "related")

    assert isinstance(block, RemarkedWorkList)
    assert text_of(block.items[0].remark) == "Also on k1, k2, k3 and 2 more"


def test_works_of_one_venue_and_year_know_each_other(library: PageContext) -> None:
    view = work_view(library, "brightwater2021tides")

    (block,) = blocks_of(view, "same-venue-year")

    assert isinstance(block, WorkList)
    assert [item.target.id for item in block.groups[0].items] == ["quill2021lamps"]


def test_a_big_venue_is_linked_rather_than_listed(big: PageContext) -> None:
    block, more = blocks_of(work_view(big, "work128"), "same-venue-year")

    assert isinstance(block, WorkList)
    assert [item.target.id for item in block.groups[0].items] == [
        "work0",
        "work2",
        "work4",
        "work6",
        "work8",
    ]
    assert isinstance(more, Paragraph)
    assert text_of(more.spans) == "All 65 works of 2019"


def test_the_abstract_is_told_from_the_wikis_own_words(library: PageContext) -> None:
    (fold,) = blocks_of(work_view(library, "brightwater2021tides"), "abstract")

    assert isinstance(fold, Fold)
    assert fold.open
    assert fold.title == "The abstract as published"
    assert fold.blocks == (Paragraph(("We watch lamp posts. They lean.",)),)


@pytest.mark.parametrize(
    ("key", "description"),
    [
        pytest.param(
            "brightwater2021tides",
            "Shows that lamp posts lean with the tide, on three invented coasts.",
            id="summary",
        ),
        pytest.param(
            "sorensen2022doubt",
            "Article by Benedikt Sørensen, Annals of Doubt, 2022.",
            id="one creator",
        ),
        pytest.param(
            "crowd2021many", "Report by Ann One and others, 2021.", id="many creators"
        ),
    ],
)
def test_description_is_for_search_engines(
    library: PageContext, key: str, description: str
) -> None:
    assert work_view(library, key).description == description


def test_a_note_in_the_entry_is_told(library: PageContext) -> None:
    assert Paragraph(("Note: ", "In press.")) in work_view(library, "hostile").lead


def test_a_long_note_stands_beside_the_entry(
    context_of: Callable[..., PageContext],
) -> None:
    note = "Item 27 of a list. " * 6
    view = work_view(context_of(f"@misc{{k, title={{T}}, note={{{note}}}}}"), "k")

    assert view.lead == ()
    notes = [block for block in blocks_of(view, "cite") if isinstance(block, Paragraph)]
    assert notes[-1].spans[0] == "Note of the entry: "


def test_a_document_gets_every_section(
    context_of: Callable[..., PageContext],
) -> None:
    note = Note(Kind.WORK, "a", "a", "works/a", Location("works/a.md"))
    context = context_of("@misc{a, title = {A}}", [note])

    assert context.has_document(Target(Kind.WORK, "a"))
    view = work_view(context, "a")
    assert tuple((one.id, one.title) for one in view.sections) == section_titles(note)
