"""How alike titles are, in tables and for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.catalogue.duplicates.titles import Likeness, compare_titles, title_form


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        pytest.param("Sheep, Part II", ("2",), id="Roman after part"),
        pytest.param("Sheep XIV", ("14",), id="Roman at the end"),
        pytest.param("Sheep IV: Wool", ("4",), id="Roman before the subtitle"),
        pytest.param("The 3rd Sheep of 2020", ("2020", "3rd"), id="digits"),
        pytest.param("Second Edition of Sheep", ("2",), id="before edition"),
        pytest.param("Two Sheep and I Walked", (), id="not counting"),
    ],
)
def test_numbers_that_tell_works_apart(title: str, numbers: tuple[str, ...]) -> None:
    assert title_form(title).numbers == numbers


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        pytest.param("Deep-Sea Sheep", "Deep sea sheep", Likeness.EQUAL, id="hyphen"),
        pytest.param("Sheep of Wales", "Sheep in Wales", Likeness.SMALL_WORDS, id="of"),
        pytest.param(
            "Sheep Behaviour Here", "Sheep Behavior Here", Likeness.SPELLING, id="our"
        ),
        pytest.param(
            "Sheep Theatre Here", "Sheep Theater Here", Likeness.SPELLING, id="swap"
        ),
        pytest.param(
            "Aesthetic Sheep Here", "Esthetic Sheep Here", Likeness.SPELLING, id="ae"
        ),
        pytest.param(
            "Sheep Here Twice", "Wheat Here Twice", Likeness.OVERLAP, id="another word"
        ),
        pytest.param("Sheep: A Life", "Sheep", Likeness.SUBTITLE, id="subtitle"),
        pytest.param(
            "Linear Sheep Here", "Nonlinear Sheep Here", Likeness.OVERLAP, id="prefix"
        ),
        pytest.param("Sheep 1", "Sheep 2", Likeness.OPPOSED, id="number"),
        pytest.param("Sheep", "Reply: Sheep", Likeness.OPPOSED, id="reply"),
        pytest.param("Sheep", "Wool", Likeness.DIFFERENT, id="nothing shared"),
    ],
)
def test_likeness(one: str, other: str, likeness: Likeness) -> None:
    assert compare_titles(title_form(one), title_form(other)) is likeness
    assert compare_titles(title_form(other), title_form(one)) is likeness


@given(st.text(), st.text())
def test_any_titles_can_be_compared(one: str, other: str) -> None:
    here, there = title_form(one), title_form(other)

    assert compare_titles(here, here) is Likeness.EQUAL
    assert compare_titles(here, there) is compare_titles(there, here)
