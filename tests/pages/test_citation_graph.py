from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.blocks import Picture, WorkList
from bibwiki.pages.drawings.citation_graph import SHOWN
from bibwiki.pages.kinds.work_page import work_view
from bibwiki.pages.links import HerePlace, ThingPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext


def entry(key: str, **fields: str) -> str:
    family = key.rstrip("0123456789").capitalize()
    told = "".join(f", {name}={{{value}}}" for name, value in fields.items())
    return (
        f"@misc{{{key}, title={{On {key}}}, author={{{family}, Ann}}, year=2020{told}}}"
    )


def relations(context: PageContext, key: str) -> tuple[Block, ...]:
    sections = {one.id: one.blocks for one in work_view(context, key).sections}
    return sections.get("relations", ())


def picture_of(context: PageContext, key: str) -> Picture:
    (block,) = relations(context, key)
    assert isinstance(block, Picture)
    return block


LIBRARY = "\n".join(
    [
        entry("tide", cites="lamp, fog", extends="lamp", disputes="doubt"),
        entry("lamp"),
        entry("fog"),
        entry("doubt"),
        entry("wave", supports="tide"),
        entry("crow", retracts="tide", source="doubt"),
    ]
)


def test_what_a_work_says_stands_left_and_what_is_said_of_it_right(
    context_of: Callable[..., PageContext],
) -> None:
    drawing = picture_of(context_of(LIBRARY), "tide").drawing

    *others, own = drawing.dots
    assert own.place is None
    assert [(dot.x < own.x, dot.title) for dot in others] == [
        (True, "disputes: Doubt 2020, On doubt"),
        (True, "extends, cites: Lamp 2020, On lamp"),
        (True, "cites: Fog 2020, On fog"),
        (False, "retracted by: Crow 2020, On crow"),
        (False, "supported by: Wave 2020, On wave"),
    ]
    assert [dot.label.text for dot in others if dot.label] == [
        "Doubt 2020",
        "Lamp 2020",
        "Fog 2020",
        "Crow 2020",
        "Wave 2020",
    ]
    assert others[0].place == ThingPlace(Target(Kind.WORK, "doubt"))
    assert {label.text for label in drawing.labels} >= {
        "This work on",
        "On this work",
        "extends, cites",
        "retracted by",
    }


def test_relations_differ_in_line_and_word(
    context_of: Callable[..., PageContext],
) -> None:
    drawing = picture_of(context_of(LIBRARY), "tide").drawing

    assert {strokes.style: len(strokes.lines) for strokes in drawing.strokes} == {
        "cites": 1,
        "extends": 1,
        "for": 1,
        "against": 2,
    }


def test_the_list_below_says_the_same(context_of: Callable[..., PageContext]) -> None:
    picture = picture_of(context_of(LIBRARY), "tide")

    (works,) = picture.blocks
    assert isinstance(works, WorkList)
    listed = {item.target.id for group in works.groups for item in group.items}
    drawn = {
        dot.place.target.id
        for dot in picture.drawing.dots
        if isinstance(dot.place, ThingPlace)
    }
    assert listed == drawn


@pytest.mark.parametrize(
    ("key", "blocks"),
    [
        pytest.param("lamp", 1, id="one work, two relations"),
        pytest.param("crow", 1, id="one work, and where the entry is from"),
        pytest.param("wave", 1, id="one"),
    ],
)
def test_one_other_work_needs_no_picture(
    context_of: Callable[..., PageContext], key: str, blocks: int
) -> None:
    found = relations(context_of(LIBRARY), key)

    assert len(found) == blocks
    assert isinstance(found[0], WorkList)


def test_many_are_cut_and_the_rest_is_a_link(
    context_of: Callable[..., PageContext],
) -> None:
    keys = [f"fog{number}" for number in range(SHOWN + 3)]
    text = "\n".join([entry("tide", cites=", ".join(keys)), *map(entry, keys)])

    picture = picture_of(context_of(text), "tide")

    *others, own = picture.drawing.dots
    assert len(others) == SHOWN
    assert all(below.y - above.y >= 36 for above, below in pairwise(others))
    assert all(0 < dot.y < picture.drawing.height for dot in (*others, own))
    (more,) = (label for label in picture.drawing.labels if label.place)
    assert (more.text, more.place) == ("and 3 more", HerePlace(picture.anchor))
