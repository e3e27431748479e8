from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.date import PartialDate
from bibwiki.model.dates import (
    parse_date,
    parse_year_month,
    read_date,
    read_year_month,
)

DATES = [
    pytest.param("2021", "2021", id="year"),
    pytest.param("2021-05", "2021-05", id="month"),
    pytest.param("2021-05-03", "2021-05-03", id="day"),
    pytest.param("2021-5-3", "2021-05-03", id="no-zeros"),
    pytest.param("{2021}", "2021", id="braces"),
    pytest.param("2021-05-03T10:00:00Z", "2021-05-03", id="time"),
    pytest.param("2021-05/2021-07", "2021-05", id="range"),
    pytest.param("2021/..", "2021", id="open-end"),
    pytest.param("../2021", "2021", id="open-start"),
    pytest.param("2020--2021", "2020", id="range-of-years"),
    pytest.param("1843/1844", "1843", id="range-with-slash"),
    pytest.param("2011/12", "2011", id="academic-year"),
    pytest.param("2021?", "2021", id="uncertain"),
    pytest.param("2021-05~", "2021-05", id="approximate"),
    pytest.param("2021%", "2021", id="both"),
    pytest.param("2021-XX", "2021", id="month-unspecified"),
    pytest.param("2021-05-uu", "2021-05", id="day-unspecified"),
    pytest.param("2021-22", "2021", id="season"),
    pytest.param("-0044", "-0044", id="before-year-one"),
    pytest.param("44 BC", "-0043", id="bc"),
    pytest.param("99", "0099", id="early"),
    pytest.param("2021/05/03", "2021-05-03", id="slashes"),
    pytest.param("2021.05.03", "2021-05-03", id="dots"),
    pytest.param("13.5.2021", "2021-05-13", id="day-first"),
    pytest.param("13/05/2021", "2021-05-13", id="day-first-slashes"),
    pytest.param("05/13/2021", "2021-05-13", id="month-first"),
    pytest.param("5/5/2021", "2021-05-05", id="either-way"),
    pytest.param("May 3, 2021", "2021-05-03", id="english"),
    pytest.param("3rd May 2021", "2021-05-03", id="ordinal"),
    pytest.param("3 mai 2021", "2021-05-03", id="french"),
    pytest.param("Sept. 2021", "2021-09", id="abbreviated"),
    pytest.param("Decem 2021", "2021-12", id="any-beginning"),
    pytest.param("2019a", "2019", id="letter"),
    pytest.param("c. 1843", "1843", id="circa"),
    pytest.param("[1843]", "1843", id="brackets"),
    pytest.param("data set 2021", "2021", id="no-month"),
    pytest.param("1998 (reprint)", "1998", id="remark"),
    pytest.param("2021-05-03 10:00", "2021-05-03", id="time-after-space"),
    pytest.param("20210503", "2021-05-03", id="no-hyphens"),
    pytest.param("5/2021", "2021-05", id="month-and-year"),
    pytest.param("1850-60", "1850", id="short-range"),
    pytest.param("to appear 2025", "2025", id="status-and-year"),
]
UNDATED = ["in press", "n.d.", "forthcoming", "202X", "20XX", "1990s", "", "  "]
WRONG = [
    pytest.param("2021-02-30", "2021-02", id="no-such-day"),
    pytest.param("2021-13", "2021", id="no-such-month"),
    pytest.param("2021-00", "2021", id="month-zero"),
    pytest.param("2021-05-00", "2021-05", id="day-zero"),
    pytest.param("5/4/2021", "2021", id="day-or-month"),
    pytest.param("20219", None, id="too-many-digits"),
    pytest.param("soonish", None, id="words"),
    pytest.param("0000-02-30", "0000-02", id="year-zero"),
]
YEAR_MONTH = [
    pytest.param("2021", "May", "", "2021-05", id="name"),
    pytest.param("2021", "5", "", "2021-05", id="number"),
    pytest.param("2021", "10~January", "", "2021-01-10", id="day-in-month"),
    pytest.param("2021", "January 10", "", "2021-01-10", id="day-behind"),
    pytest.param("2021", "May", "7", "2021-05-07", id="day-field"),
    pytest.param("2021", "Sept./Oct.", "", "2021-09", id="two-months"),
    pytest.param("2021", "May 3--5", "", "2021-05-03", id="days"),
    pytest.param("2021", "spring", "", "2021", id="season"),
    pytest.param("2021", "", "", "2021", id="none"),
    pytest.param("2021-03", "May", "", "2021-03", id="year-says-more"),
    pytest.param("in press", "May", "", None, id="no-year"),
]


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_a_date_is_understood(text: str, iso: str) -> None:
    assert _iso(parse_date(text)) == iso
    assert not read_date(text).problem


@pytest.mark.parametrize("text", UNDATED)
def test_words_for_no_date_are_kept_without_complaint(text: str) -> None:
    found = read_date(text)

    assert found.date is None
    assert found.text == text.strip()
    assert not found.problem


@pytest.mark.parametrize(("text", "iso"), WRONG)
def test_of_a_wrong_date_the_right_part_is_kept(text: str, iso: str | None) -> None:
    found = read_date(text)

    assert _iso(found.date) == iso
    assert text in found.problem


@pytest.mark.parametrize(("year", "month", "day", "iso"), YEAR_MONTH)
def test_year_month_and_day(year: str, month: str, day: str, iso: str | None) -> None:
    assert _iso(parse_year_month(year, month, day)) == iso
    assert not read_year_month(year, month, day).problem


@pytest.mark.parametrize("month", ["13", "smarch", "February 30"])
def test_an_impossible_month_is_reported(month: str) -> None:
    assert read_year_month("2021", month).problem


def test_dates_are_ordered() -> None:
    dates = [PartialDate(2021, 5, 3), PartialDate(2021, 5), PartialDate(2021)]

    assert sorted(dates, key=lambda each: each.sort_key) == dates[::-1]


@given(st.text(), st.text(), st.text())
def test_any_text_is_read(year: str, month: str, day: str) -> None:
    read_date(year)
    found = read_year_month(year, month, day).date

    assert found is None or found.month is None or 1 <= found.month <= 12


@given(st.dates())
def test_iso_dates_read_back(date: object) -> None:
    assert _iso(parse_date(str(date))) == str(date)
