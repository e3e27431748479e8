from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.pages.drawings.drawing import Dot, Label
from bibwiki.pages.drawings.label_places import (
    Name,
    label_dots,
    short_name,
    shortened,
    text_width,
)

SIZE = (400, 300)


def dot(x: int, y: int) -> Dot:
    return Dot(None, "", x, y, 6)


def area(label: Label) -> tuple[float, float, float, float]:
    width = text_width(label.text)
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    # Places are rounded to whole pixels.
    return left + 1, label.y - 9, left + width - 1, label.y + 2


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300)), max_size=25),
    st.integers(0, 5),
)
def test_names_never_cover_each_other_or_leave_the_drawing(
    places: list[tuple[int, int]], important: int
) -> None:
    dots = [dot(*place) for place in places]

    found = label_dots(dots, ["Ada Brightwater"] * len(dots), SIZE, important)

    labels = [area(name.label) for name in found if name]
    for left, top, right, bottom in labels:
        assert left >= 0
        assert top >= 0
        assert right <= SIZE[0]
        assert bottom <= SIZE[1]
    for a, b in combinations(labels, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def test_a_name_stands_right_of_its_dot() -> None:
    (name,) = label_dots([dot(200, 100)], ["Ada"], SIZE)

    assert name == Name(Label("Ada", 209, 104, "start"), covers=False)


def test_at_the_edge_it_stands_left() -> None:
    (name,) = label_dots([dot(390, 100)], ["Ada Brightwater"], SIZE)

    assert name is not None
    assert name.label.anchor == "end"


def test_in_a_crowd_only_important_names_are_shown() -> None:
    crowd = [dot(x, y) for y in range(90, 150, 14) for x in range(150, 260, 14)]
    names = ["Ada Brightwater"] * len(crowd)
    middle = sorted(crowd, key=lambda one: abs(one.x - 200) + abs(one.y - 118))

    assert label_dots(middle, names, SIZE)[0] is None
    name = label_dots(middle, names, SIZE, important=1)[0]
    assert name is not None
    assert name.covers


@pytest.mark.parametrize(
    ("name", "most", "short"),
    [
        pytest.param("Ada Brightwater", 17, "Ada Brightwater", id="fits"),
        pytest.param("Augusta Brightwater", 17, "A. Brightwater", id="initial"),
        pytest.param("Augusta B. Brightwater", 19, "A. B. Brightwater", id="has-one"),
        pytest.param(
            "Augusta van der Brightwater", 24, "A. van der Brightwater", id="von"
        ),
        pytest.param(
            "Brightwaterington", 10, "Brightwat\N{HORIZONTAL ELLIPSIS}", id="one"
        ),
        pytest.param("", 5, "", id="empty"),
    ],
)
def test_long_names_are_shortened(name: str, most: int, short: str) -> None:
    assert short_name(name, most) == short


def test_text_is_cut_at_its_end() -> None:
    assert shortened("two words", 5) == "two\N{HORIZONTAL ELLIPSIS}"


def test_width_follows_the_letters() -> None:
    assert text_width("il") < text_width("ab") < text_width("AB") < text_width("潮汐")
    assert text_width("e\N{COMBINING ACUTE ACCENT}") == text_width("e")
