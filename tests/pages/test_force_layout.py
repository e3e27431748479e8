from __future__ import annotations

import ast
from math import dist
from pathlib import Path

import pytest

from bibwiki.pages.drawings import force_layout, network_groups, spacing
from bibwiki.pages.drawings.force_layout import Spring, arrange
from bibwiki.pages.drawings.spacing import Box, fit_into

TRIANGLES = [
    Spring(first, second, 1.0)
    for first, second in [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]
]
"""Two triangles that one tie joins."""


PLACES = ((3, 155), (0, 46), (104, 100), (296, 101), (397, 45), (400, 154))
"""Where they stand in a box of 400 to 200 pixels."""


def test_those_who_are_tied_stand_together() -> None:
    places = arrange(6, TRIANGLES)

    within = [dist(places[a], places[b]) for a, b in [(0, 1), (1, 2), (3, 4), (4, 5)]]
    across = [dist(places[a], places[b]) for a in (0, 1) for b in (4, 5)]
    assert max(within) < min(across)


def test_strong_ties_are_short() -> None:
    places = arrange(3, [Spring(0, 1, 4.0), Spring(0, 2, 1.0)])

    assert dist(places[0], places[1]) < dist(places[0], places[2])


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_nodes_without_ties_have_places_of_their_own(count: int) -> None:
    places = arrange(count, [])

    assert len({(round(x, 6), round(y, 6)) for x, y in places}) == count


def test_places_are_these_on_every_machine() -> None:
    places = arrange(6, TRIANGLES)

    # To the last bit, before anything is rounded.
    assert [one.hex() for one in places[0]] == [
        "-0x1.a3e3ac20e1952p+1",
        "0x1.f88ce1b59c847p+1",
    ]
    assert fit_into(places, [5] * 6, 10, Box(0, 0, 400, 200)) == PLACES


@pytest.mark.parametrize("module", [force_layout, spacing, network_groups])
def test_only_arithmetic_that_is_the_same_everywhere(module: object) -> None:
    """Powers, angles and ``sum`` differ between machines and releases of Python."""
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))  # type: ignore[attr-defined]
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    imported = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "math"
        for name in node.names
    }

    assert not any(isinstance(node, ast.Pow) for node in ast.walk(tree))
    assert not called & {"sum", "fsum", "pow", "hypot", "sin", "cos"}
    assert imported <= {"sqrt"}
