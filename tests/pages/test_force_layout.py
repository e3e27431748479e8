from __future__ import annotations

import ast
from collections import Counter
from math import dist, log, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bibwiki.pages.drawings import force_layout, network_groups, spacing
from bibwiki.pages.drawings.force_layout import Spring, arrange
from bibwiki.pages.drawings.spacing import Box, fit_into

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.pages.drawings.force_layout import Point

TRIANGLES = [
    Spring(first, second, 1.0)
    for first, second in [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]
]
"""Two triangles that one tie joins."""


PLACES = ((1, 151), (0, 51), (99, 100), (295, 102), (398, 47), (400, 153))
"""Where they stand in a box of 400 to 200 pixels."""


def test_those_who_are_tied_stand_together() -> None:
    places = arrange(6, TRIANGLES)

    within = [dist(places[a], places[b]) for a, b in [(0, 1), (1, 2), (3, 4), (4, 5)]]
    across = [dist(places[a], places[b]) for a in (0, 1) for b in (4, 5)]
    assert max(within) < min(across)


def test_strong_ties_are_short() -> None:
    places = arrange(3, [Spring(0, 1, 4.0), Spring(0, 2, 1.0)])

    assert dist(places[0], places[1]) < dist(places[0], places[2])


RINGS = [
    Spring(first, second, 4.0 if first // 8 == second // 8 else 1.0)
    for second in range(40)
    for first in range(second)
    if second - first in {1, 3, 8, 29}
]
"""Five groups in a ring, eight in each."""


def strain(places: Sequence[Point], springs: Sequence[Spring]) -> float:
    """Return how far nodes are from rest: the potential of the forces between them."""
    ties = Counter(n for spring in springs for n in (spring.first, spring.second))
    charges = [sqrt(1 + ties[node]) for node in range(len(places))]
    found = 0.0
    for i, (x, y) in enumerate(places):
        found += charges[i] * 0.01 * (x * x + 1.8 * y * y)
        for j in range(i):
            apart = dist((x, y), places[j])
            found -= charges[i] * charges[j] * log(apart**2 + 0.05) / 2
    for one in springs:
        long = dist(places[one.first], places[one.second])
        found += one.pull * (0.3 * long**2 + 1.4 * long**1.5 / 1.5) / 2
    return found


def test_nodes_come_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times as many rounds, with all forces in each, find little more."""
    found = strain(arrange(40, RINGS), RINGS)
    monkeypatch.setattr(force_layout, "_ROUNDS", 1000)
    monkeypatch.setattr(force_layout, "_LIVELY", 1000)
    best = strain(arrange(40, RINGS), RINGS)

    assert found == pytest.approx(best, rel=0.002)


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_nodes_without_ties_have_places_of_their_own(count: int) -> None:
    places = arrange(count, [])

    assert len({(round(x, 6), round(y, 6)) for x, y in places}) == count


def test_places_are_these_on_every_machine() -> None:
    places = arrange(6, TRIANGLES)

    # To the last bit, before anything is rounded.
    assert [one.hex() for one in places[0]] == [
        "-0x1.c0987d5cdc786p+1",
        "0x1.de75f5676a7e0p+1",
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
