from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.items import Badge, Link
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.work_items import (
    UNDATED,
    creator_links,
    emphasised,
    work_item,
    work_list,
    works_by_year,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext

ADA = Target(Kind.PERSON, "ada-brightwater")


def test_a_work_has_one_line_however_often_it_is_listed(library: PageContext) -> None:
    item = work_item(library, "sorensen2022doubt")

    assert work_item(library, "sorensen2022doubt") is item
    assert work_list(library, ["sorensen2022doubt"]).groups[0].items[0] is item


def test_a_line_tells_who_where_and_when(library: PageContext) -> None:
    item = work_item(library, "brightwater2021tides")

    assert item.title == "Reading Tides from Lamp Posts"
    assert [link.text for link in item.creators] == [
        "Ada Brightwater",
        "Benedikt Sørensen",
        "Society of Tide Watchers",
    ]
    assert item.creators[0].place == ThingPlace(ADA)
    assert item.venue is not None
    assert item.venue.text == "MCS"
    assert item.date == Link("2021", ThingPlace(Target(Kind.YEAR, "2021")))


def test_equal_contribution_is_marked_and_said(library: PageContext) -> None:
    first, _, society = work_item(library, "brightwater2021tides").creators

    assert (first.mark, first.mark_title) == ("*", "equal contribution")
    assert society.mark == ""


def test_editors_stand_in_for_missing_authors(library: PageContext) -> None:
    (editor,) = work_item(library, "quill2019letters").creators

    assert (editor.text, editor.mark, editor.mark_title) == (
        "Tamsin Quill",
        "(ed.)",
        "editor",
    )


@pytest.mark.parametrize(
    ("key", "badges"),
    [
        pytest.param(
            "brightwater2021tides",
            (
                Badge("Conference paper", "work"),
                Badge("disputed", "alert"),
                Badge("supported", "ok"),
                Badge("cited on 2 pages"),
            ),
            id="disputed, supported and cited",
        ),
        pytest.param(
            "quill2021lamps",
            (Badge("Conference paper", "work"), Badge("retracted", "alert")),
            id="retracted",
        ),
        pytest.param(
            "sorensen2022doubt",
            (Badge("Article", "work"), Badge("cited on 1 page")),
            id="cited on one page",
        ),
    ],
)
def test_badges_follow_a_work_into_every_list(
    library: PageContext, key: str, badges: tuple[Badge, ...]
) -> None:
    assert work_item(library, key).badges == badges


def test_own_name_is_bold_and_not_linked(library: PageContext) -> None:
    plain = work_item(library, "brightwater2021tides")

    own, other, _ = emphasised(plain, ADA).creators

    assert (own.strong, own.place, own.mark) == (True, None, "*")
    assert other is plain.creators[1]


def test_works_without_a_venue_page_show_what_the_entry_says(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of("@misc{a, title = {A}, date = {soon}}")
    item = work_item(context, "a")

    assert item.venue is None
    assert item.date is None or item.date.place is None


def test_years_are_headings_in_the_order_of_the_works(library: PageContext) -> None:
    keys = ["brightwater2023retraction", "quill2019letters", "hostile"]

    groups = works_by_year(library, keys).groups

    assert [group.title for group in groups] == ["2023", "2019", UNDATED]


def test_annotations_without_a_meaning_for_readers_leave_no_mark(
    context_of: Callable[..., PageContext],
) -> None:
    context = context_of(
        "@misc{a, title = {A}, author = {B, C}, author+an = {1=highlight}}"
    )

    assert work_item(context, "a").creators[0].mark == ""


def test_names_that_are_nobody_are_shown_without_a_link(
    library: PageContext,
) -> None:
    (credit, *_) = library.catalogue.works["hostile"].credits
    unresolved = replace(credit, person=None)

    assert creator_links(library, [unresolved])[0].place is None
