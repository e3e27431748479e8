from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.pages.drawings.spacing import Box, fit_into

BOX = Box(10, 20, 400, 200)
COORDINATE = st.floats(-1000, 1000)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=1, max_size=12))
def test_everything_is_in_the_box_and_apart(points: list[tuple[float, float]]) -> None:
    places = fit_into(points, [5] * len(points), 10, BOX)

    assert all(10 <= x <= 410 and 20 <= y <= 220 for x, y in places)
    # Rounding to whole pixels takes up to one and a half of them.
    assert all(dist(a, b) >= 18 for a, b in combinations(places, 2))


def test_one_node_stands_in_the_middle() -> None:
    assert fit_into([(7.0, 3.0)], [5], 10, BOX) == ((210, 120),)


@pytest.mark.parametrize(
    "points",
    [
        pytest.param([(0.0, -50.0), (1.0, 0.0), (0.0, 50.0)], id="high"),
        pytest.param([(-50.0, 50.0), (0.0, 1.0), (50.0, -50.0)], id="rising"),
        pytest.param([(-50.0, -50.0), (0.0, 1.0), (50.0, 50.0)], id="falling"),
    ],
)
def test_the_longest_axis_lies_down(points: list[tuple[float, float]]) -> None:
    places = fit_into(points, [5] * 3, 10, BOX)

    across = [x for x, _ in places]
    down = [y for _, y in places]
    assert max(across) - min(across) > 4 * (max(down) - min(down))


def test_more_nodes_than_have_room_stay_inside() -> None:
    places = fit_into([(0.0, 0.0)] * 60, [9] * 60, 30, Box(0, 0, 90, 60))

    assert all(0 <= x <= 90 and 0 <= y <= 60 for x, y in places)
