from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.pages.blocks import Fold, LinkList, Picture
from bibwiki.pages.drawings.timeline_drawing import (
    PEOPLE_SHOWN,
    WORKS_SHOWN,
    draw_timeline,
    timeline_rows,
)
from bibwiki.pages.kinds.timeline_page import timeline_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext


def note(name: str) -> Note:
    id_ = name.lower().replace(" ", "-")
    return Note(Kind.PERSON, id_, name, f"people/{id_}", Location(f"people/{id_}.md"))


def posts(count: int, date: str, name: str = "Ada Brightwater") -> str:
    return "\n".join(
        f"@misc{{{name[-1]}{date}n{n}, title={{Post {n}}}, author={{{name}}}, "
        f"date={{{date}}}}}"
        for n in range(count)
    )


def test_people_with_a_page_have_a_row(library: PageContext) -> None:
    rows = timeline_rows(library)

    assert [(row.person, row.total) for row in rows] == [("ada-brightwater", 4)]


def test_the_list_below_has_the_same_works(library: PageContext) -> None:
    _, picture, _ = timeline_view(library).lead

    assert isinstance(picture, Picture)
    (fold,) = picture.blocks
    assert isinstance(fold, Fold)
    listed = [
        item.link.place
        for block in fold.blocks
        if isinstance(block, LinkList)
        for item in block.items
    ]
    assert {dot.place for dot in picture.drawing.dots} == set(listed)
    assert len(picture.drawing.dots) == len(listed) == 4


def test_marks_stand_in_the_order_of_time(
    context_of: Callable[..., PageContext],
) -> None:
    text = "\n".join(
        posts(1, date) for date in ("2019", "2020-01", "2020-06-15", "2020-12-31")
    )
    context = context_of(text, [note("Ada Brightwater")])

    drawing = draw_timeline(context, timeline_rows(context))

    assert [dot.title for dot in drawing.dots] == [
        "Post 0 (2019)",
        "Post 0 (January 2020)",
        "Post 0 (15 June 2020)",
        "Post 0 (31 December 2020)",
    ]
    assert [dot.x for dot in drawing.dots] == sorted(dot.x for dot in drawing.dots)
    assert [dot.hollow for dot in drawing.dots] == [True, False, False, False]


@pytest.mark.parametrize("date", ["2020", "2020-12-31", "2020-01-01"])
def test_marks_of_one_day_never_cover_each_other(
    context_of: Callable[..., PageContext], date: str
) -> None:
    context = context_of(posts(WORKS_SHOWN + 5, date), [note("Ada Brightwater")])

    (row,) = timeline_rows(context)
    drawing = draw_timeline(context, (row,))

    assert (len(row.works), row.total) == (WORKS_SHOWN, WORKS_SHOWN + 5)
    places = sorted((dot.y, dot.x) for dot in drawing.dots)
    assert len(places) == WORKS_SHOWN
    for (y, x), (below, beside) in pairwise(places):
        assert y != below or beside - x >= 11
    assert all(
        dot.radius <= dot.x <= drawing.width - dot.radius for dot in drawing.dots
    )
    assert all(dot.radius <= dot.y <= drawing.height for dot in drawing.dots)


def test_a_cut_row_says_so_in_the_list(context_of: Callable[..., PageContext]) -> None:
    context = context_of(posts(70, "2020-05"), [note("Ada Brightwater")])

    picture = timeline_view(context).lead[0]

    assert isinstance(picture, Picture)
    assert isinstance(picture.blocks[0], Fold)
    assert ": the newest 60 of 70" in str(picture.blocks[0].blocks[0])


def test_twelve_people_at_most(context_of: Callable[..., PageContext]) -> None:
    names = [f"Person {chr(65 + n)}" for n in range(15)]
    text = "\n".join(posts(1, "2020", name) for name in names)
    text += posts(1, "2021", names[-1])
    context = context_of(text, [note(name) for name in names])

    rows = timeline_rows(context)

    assert len(rows) == PEOPLE_SHOWN
    assert [row.person for row in rows[:2]] == ["person-o", "person-a"]


def test_without_hand_written_pages_there_is_only_the_list(
    context_of: Callable[..., PageContext],
) -> None:
    view = timeline_view(context_of(posts(3, "2020")))

    assert not any(isinstance(block, Picture) for block in view.lead)


@pytest.mark.parametrize(
    ("first", "named"),
    [
        pytest.param("2015", ["2015", "2016"], id="every-year"),
        pytest.param("1990", ["1990", "1992"], id="every-second"),
        pytest.param("1843", ["1850", "1860"], id="decades"),
        pytest.param("0900", ["900", "1000"], id="centuries"),
    ],
)
def test_the_axis_names_as_many_years_as_fit(
    context_of: Callable[..., PageContext], first: str, named: list[str]
) -> None:
    text = posts(1, first) + posts(1, "2020")
    context = context_of(text, [note("Ada Brightwater")])

    drawing = draw_timeline(context, timeline_rows(context))

    years = [label.text for label in drawing.labels if label.text.isdigit()]
    assert years[:2] == named
    places = [label.x for label in drawing.labels if label.text.isdigit()]
    assert all(b - a >= 30 for a, b in pairwise(places))
