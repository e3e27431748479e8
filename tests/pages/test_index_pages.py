from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.about import About
from bibwiki.pages.blocks import Empty, LinkList, Paragraph, WorkList
from bibwiki.pages.items import Link
from bibwiki.pages.kinds.index_pages import (
    index_pages,
    named_index,
    work_index,
    year_index,
)
from bibwiki.pages.links import FilePlace, PagePlace

if TYPE_CHECKING:
    from bibwiki.pages.context import PageContext

NAMED = (Kind.PERSON, Kind.TOPIC, Kind.VENUE, Kind.ORGANIZATION, Kind.EVENT)


def test_the_works_index_names_the_feeds(library: PageContext) -> None:
    about = About(address="https://example.org/")
    *_, feeds = work_index(replace(library, about=about)).lead

    assert isinstance(feeds, Paragraph)
    assert [span.place for span in feeds.spans if isinstance(span, Link)] == [
        FilePlace("feeds/all.xml"),
        *(
            FilePlace(f"feeds/types/{name}.xml")
            for name in ("article", "book", "paper", "misc", "report")
        ),
    ]
    assert "feeds" not in str(work_index(library).lead)


def test_every_kind_has_an_index(empty: PageContext) -> None:
    names = [name for name, _ in index_pages(empty)]

    assert names == [
        "works/index",
        "people/index",
        "topics/index",
        "venues/index",
        "organizations/index",
        "events/index",
        "years/index",
    ]


@pytest.mark.parametrize("kind", NAMED)
def test_an_empty_index_says_so(empty: PageContext, kind: Kind) -> None:
    view = named_index(empty, kind)

    assert isinstance(view.lead[0], Empty)
    assert view.sections == ()


def test_empty_works_and_years_say_so(empty: PageContext) -> None:
    assert work_index(empty).lead == (Empty("No works are recorded yet."),)
    assert year_index(empty).lead == (Empty("No years are recorded yet."),)


def test_people_stand_under_the_letter_of_their_family_name(
    library: PageContext,
) -> None:
    view = named_index(library, Kind.PERSON)

    letters = [(section.id, section.title) for section in view.sections]
    assert letters[0] == ("letter-b", "B")
    assert letters[-1] == ("letter-other", "Others")
    (block,) = view.sections[0].blocks
    assert isinstance(block, LinkList)
    assert [(one.link.text, one.count, one.remark) for one in block.items] == [
        ("Ada Brightwater", 4, "works")
    ]


def test_works_stand_by_year(library: PageContext) -> None:
    _, block = work_index(library).lead

    assert isinstance(block, WorkList)
    assert [group.title for group in block.groups] == [
        "2023",
        "2022",
        "2021",
        "2019",
        "Without a year",
    ]


def test_topics_stand_by_their_kind(library: PageContext) -> None:
    view = named_index(library, Kind.TOPIC)

    assert [(section.id, section.title) for section in view.sections] == [
        ("kind-concept", "Concepts"),
        ("kind-system", "Systems"),
    ]


def test_years_stand_by_decade(library: PageContext) -> None:
    view = year_index(library)

    assert [(section.id, section.title) for section in view.sections] == [
        ("decade-2020", "2020s"),
        ("decade-2010", "2010s"),
    ]


def test_long_indexes_have_parts_and_show_the_most_important(big: PageContext) -> None:
    people = named_index(big, Kind.PERSON)
    by_letter, letters, graph, keepers = people.lead
    (top,) = people.sections

    assert by_letter == Paragraph(("By first letter:",))
    assert isinstance(letters, LinkList)
    assert [(one.link.text, one.count) for one in letters.items] == [
        ("A", 60),
        ("C", 1),
        ("Z", 70),
    ]
    assert (top.id, top.title) == ("most-works", "Most works")
    link = Link("coauthor graph", PagePlace("graph"))
    assert graph == Paragraph(("Who writes with whom: ", link, "."))
    doubts = Link("what is doubtful", PagePlace("curation"))
    assert keepers == Paragraph(("For its keepers: ", doubts, "."))


def test_parts_of_indexes_are_pages_with_stable_names(big: PageContext) -> None:
    pages = dict(index_pages(big))

    assert {
        "works/by/2020",
        "people/by/a",
        "people/by/a-a-e",
        "people/by/z-e-1",
    } <= set(pages)
    assert len(pages) == len(list(index_pages(big)))


def test_a_part_links_its_neighbours_and_its_own_parts(big: PageContext) -> None:
    view = dict(index_pages(big))["people/by/a"]()
    neighbours, _, parts = view.lead

    assert view.title == "People: A"
    assert isinstance(neighbours, LinkList)
    assert [(one.link.text, one.link.strong) for one in neighbours.items] == [
        ("A", True),
        ("C", False),
        ("Z", False),
    ]
    assert isinstance(parts, LinkList)
    assert parts.items[0].link.text == "Aa\N{EN DASH}Ae"


def test_a_part_that_fits_lists_its_members(big: PageContext) -> None:
    neighbours, members = dict(index_pages(big))["people/by/a-a-e"]().lead

    assert isinstance(neighbours, LinkList)
    assert isinstance(members, LinkList)
    assert [one.link.text for one in members.items][:4] == [
        "Givena Aaron",
        "Giveno Aaron",
        "Givenu Aaron",
        "Givenb Abron",
    ]
    assert len(members.items) == 15


def test_parts_of_works_are_divided_by_the_first_creator(big: PageContext) -> None:
    pages = dict(index_pages(big))

    assert {"works/by/2019-c", "works/by/2019-c-1", "works/by/2019-c-2"} <= set(pages)
    assert pages["works/by/2019-c-2"]().title == "Works: 2019, C, part 2"
