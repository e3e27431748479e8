from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.catalogue import Person
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import LinkList, Picture
from bibwiki.pages.drawings.ego_graph import SHOWN, ego_graph
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.links import HerePlace, ThingPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.links import Linker
    from bibwiki.pages.render import Renderer

ADA = Person(
    "ada", "Ada Brightwater", "Brightwater, Ada", ("Ada Brightwater",), ("a", "b")
)
LIST = (LinkList(()),)


def coauthors(count: int) -> tuple[CountedLink, ...]:
    return tuple(
        CountedLink(
            Link(f"Person {n}", ThingPlace(Target(Kind.PERSON, f"p{n}"))), count - n
        )
        for n in range(count)
    )


def picture_of(count: int) -> Picture:
    (block,) = ego_graph(ADA, coauthors(count), LIST)
    assert isinstance(block, Picture)
    return block


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_few_names_need_no_picture(count: int) -> None:
    assert ego_graph(ADA, coauthors(count), LIST) == LIST


@pytest.mark.parametrize("count", [3, 4, 11, SHOWN])
def test_everybody_stands_around_the_person(count: int) -> None:
    drawing = picture_of(count).drawing

    *others, own = drawing.dots
    assert (own.place, own.x, own.y) == (None, 50, drawing.height // 2)
    assert [dot.label.text for dot in others if dot.label] == [
        f"Person {n} \N{MIDDLE DOT} {count - n}" for n in range(count)
    ]
    assert drawing.fluid
    assert sum(len(strokes.lines) for strokes in drawing.strokes) == count
    assert all(0 < dot.y < drawing.height for dot in others)


@pytest.mark.parametrize("count", range(3, SHOWN + 1))
def test_names_stand_in_rows_of_their_own(count: int) -> None:
    dots = picture_of(count).drawing.dots[:-1]

    for right in (True, False):
        rows = sorted(dot.y for dot in dots if (dot.x > 50) == right)
        assert all(below - above >= 20 for above, below in pairwise(rows))


def test_the_rest_is_a_link_to_the_list() -> None:
    picture = picture_of(SHOWN + 3)

    assert len(picture.drawing.dots) == SHOWN + 1
    (more,) = (label for label in picture.drawing.labels if label.place)
    assert (more.text, more.place) == ("and 3 more", HerePlace(picture.anchor))


def test_thick_lines_are_many_works() -> None:
    drawing = picture_of(10).drawing

    assert [(one.style, len(one.lines)) for one in drawing.strokes] == [
        ("1", 1),
        ("2", 2),
        ("3", 5),
        ("4", 2),
    ]


def test_a_shortened_name_is_told_in_full() -> None:
    long = CountedLink(Link("Augusta Wilhelmina Brightwater"), 2)

    (picture,) = ego_graph(ADA, (long, *coauthors(2)), LIST)

    assert isinstance(picture, Picture)
    dot = picture.drawing.dots[0]
    assert dot.label is not None
    assert dot.label.text == "A. W. Brightwater \N{MIDDLE DOT} 2"
    assert dot.title == "Augusta Wilhelmina Brightwater \N{MIDDLE DOT} 2"


def test_a_picture_is_a_few_kilobytes(
    renderer: Renderer, library: PageContext, linker_of: Callable[..., Linker]
) -> None:
    html = renderer.blocks((picture_of(SHOWN + 9),), linker_of(library))

    assert len(html.encode()) < 5000
