from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.date import PartialDate
from bibwiki.pages.wording import (
    counted,
    date_words,
    day_words,
    enumeration,
    page_range,
    short_description,
    year_range,
)


@pytest.mark.parametrize(
    ("count", "singular", "text"),
    [
        pytest.param(1, "work", "1 work", id="one"),
        pytest.param(0, "work", "0 works", id="none"),
        pytest.param(1204, "person", "1,204 people", id="irregular plural"),
        pytest.param(2, "joint work", "2 joint works", id="two words"),
    ],
)
def test_counts_agree_with_their_nouns(count: int, singular: str, text: str) -> None:
    assert counted(count, singular) == text


@pytest.mark.parametrize(
    ("date", "text"),
    [
        pytest.param(PartialDate(2021), "2021", id="year"),
        pytest.param(PartialDate(2021, 5), "May 2021", id="month"),
        pytest.param(PartialDate(2021, 5, 12), "12 May 2021", id="day"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(date: PartialDate, text: str) -> None:
    assert date_words(date) == text
    assert day_words(date) == text.removesuffix("2021").strip()


@pytest.mark.parametrize(
    ("years", "text"),
    [
        pytest.param([], "", id="none"),
        pytest.param([2021, 2021], "2021", id="one"),
        pytest.param([2021, 1998, 2003], "1998\N{EN DASH}2021", id="unordered"),
    ],
)
def test_year_range_names_the_first_and_the_last(years: list[int], text: str) -> None:
    assert year_range(years) == text


def test_pages_get_the_dash_of_print() -> None:
    assert page_range("10--20, 30-31") == "10\N{EN DASH}20, 30\N{EN DASH}31"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["a"], "a", id="one"),
        pytest.param(["a", "b"], "a and b", id="two"),
        pytest.param(["a", "b", "c"], "a, b and c", id="three"),
    ],
)
def test_enumerations_read_as_in_a_sentence(words: list[str], text: str) -> None:
    assert enumeration(words) == text


@given(st.text())
def test_descriptions_fit_a_search_result(text: str) -> None:
    assert len(short_description(text)) <= 160


def test_descriptions_are_cut_at_a_word() -> None:
    assert short_description("word, " * 40).endswith("word…")
