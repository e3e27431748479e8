"""Dates as bibliographies write them.

biblatex's ``date`` (EDTF, also with ranges and uncertain parts), BibTeX's ``year`` and
``month`` in any spelling, and dates in words. Of a range, the beginning counts.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from bibwiki.model.date import PartialDate
from bibwiki.model.latex.text import decode

_LONGEST = 200
"""Characters that are read of a date."""
_ISO = re.compile(
    r"(-?\d{4})(?:-(\d{1,2}|[xXuU?]{2})(?:-(\d{1,2}|[xXuU?]{2}))?)?[?~%]?"
    r"(?:[T ][0-9:.+Zz-]*)?"
)
_COMPACT = re.compile(r"([12]\d{3})(\d{2})(\d{2})")
"""ISO 8601 without hyphens, as some databases export it."""
_MONTH_FIRST = re.compile(r"(\d{1,2})[./]([12]\d{3})")
_UNSPECIFIED = re.compile(r"\d{2}(?:\d[xXuU?]|[xXuU?]{2})[?~%]?|\d{3}0'?s")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR = re.compile(r"(?<![\d.])([12]\d{3})(?!\d)")
_EARLY_YEAR = re.compile(r"[^\d'\u2019]*(\d{1,4})(?:\s*(?:ad|ce))?\W*", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"\D*(\d{1,4})\s*(?:bce?|b\.\s?c\.)\W*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_RANGE = re.compile(r"\s*(?:/|--+|\u2013)\s*")

_MONTH_WORDS = (
    "january janvier januar enero janeiro gennaio januari",
    "february fevrier février februar febrero fevereiro febbraio februari",
    "march mars märz maerz marzo março marco maart mrz",
    "april avril abril aprile",
    "may mai mayo maio maggio mei",
    "june juin juni junio junho giugno",
    "july juillet juli julio julho luglio",
    "august août aout agosto augustus",
    "september septembre septiembre setembro settembre sept",
    "october octobre oktober octubre outubro ottobre okt",
    "november novembre noviembre novembro",
    "december décembre decembre dezember diciembre dezembro dicembre dez",
)
_OTHER_WORDS = frozenset({"ago", "gen", "mag", "out", "set"})
"""Short forms of months that mean something else more often."""
_MONTHS = {
    word[:length]: month
    for month, words in enumerate(_MONTH_WORDS, start=1)
    for word in words.split()
    for length in ({3, 4, len(word)} if len(word) > 4 else {3, len(word)})
    if word[:length] not in _OTHER_WORDS
}
# Three letters of these begin two months' names.
_MONTHS.update({"jui": 7, "juin": 6, "juil": 7, "mar": 3, "mai": 5})


class ReadDate(NamedTuple):
    """What the date fields of an entry say."""

    date: PartialDate | None = None
    text: str = ""
    """The words where no date could be read, e.g. ``in press``."""
    problem: str = ""
    """What could not be understood, as part of a sentence; empty if all was."""


def parse_date(text: str) -> PartialDate | None:
    """Read a date in EDTF (also a range, uncertain, unspecified) or in words.

    Returns:
        The date, of a range its beginning, as precise as it is known; None where the
        text names no year. Impossible months and days are left out.
    """
    return read_date(text).date


def parse_year_month(year: str, month: str = "", day: str = "") -> PartialDate | None:
    """Read BibTeX's ``year``, ``month`` and ``day`` as one date."""
    return read_year_month(year, month, day).date


@lru_cache(maxsize=4096)
def read_date(text: str) -> ReadDate:
    """Read a ``date`` field; say what is wrong with it."""
    text = decode(text[:_LONGEST])
    if not text:
        return ReadDate()
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        return _checked(text, *slashed.groups())
    start = _RANGE.split(text, maxsplit=1)[0] or _RANGE.split(text, maxsplit=1)[-1]
    for candidate in (start, text):
        iso = _ISO.fullmatch(candidate)
        if iso:
            return _checked(text, iso[1], iso[2] or "", iso[3] or "")
    reversed_date = _YEAR_LAST.fullmatch(text)
    if reversed_date:
        return _day_and_month(text, reversed_date)
    return _in_digits(text) or _in_words(text)


@lru_cache(maxsize=4096)
def read_year_month(year: str, month: str = "", day: str = "") -> ReadDate:
    """Read ``year``, ``month`` and ``day`` fields; say what is wrong with them."""
    found = read_date(year)
    if found.date is None or not month or found.date.month is not None:
        return found
    month_text = decode(month[:_LONGEST])
    number, day_in_month = _month_and_day(month_text)
    if number is None:
        is_season = re.search(
            r"spring|summer|autumn|fall|winter|quarter|\bq\d", month_text, re.IGNORECASE
        )
        problem = "" if is_season else f'"{month_text}" is no month'
        return ReadDate(found.date, problem=problem)
    return _checked(
        f"{decode(year)} {month_text} {day}".strip(),
        str(found.date.year),
        str(number),
        decode(day) or day_in_month,
    )


def _checked(text: str, year: str, month: str, day: str) -> ReadDate:
    """Build the date; leave out what no calendar has."""
    date = PartialDate(int(year))
    if not day and int(f"0{month}" if month.isdecimal() else 0) > 41:
        # "1850-60" is a range of years where its end follows the beginning.
        following = len(month) == 2 and int(month) > int(year) % 100
        problem = "" if following else f'"{text}" has no possible month'
        return ReadDate(date, problem=problem)
    if not month.isdecimal() or 21 <= int(month) <= 41:  # EDTF seasons and quarters
        return ReadDate(date)
    if not 1 <= int(month) <= 12:
        return ReadDate(date, problem=f'"{text}" has no possible month')
    date = PartialDate(int(year), int(month))
    digits = _DAY.match(day)
    if digits is None:
        return ReadDate(date)
    last = monthrange(date.year if 1 <= date.year <= 9999 else 2000, int(month))[1]
    if not 1 <= int(digits[1]) <= last:
        return ReadDate(date, problem=f'"{text}" has no possible day')
    return ReadDate(PartialDate(date.year, date.month, int(digits[1])))


def _in_digits(text: str) -> ReadDate | None:
    """Read ``20210513`` and ``5/2021``."""
    compact = _COMPACT.fullmatch(text)
    if compact and 1 <= int(compact[2]) <= 12:
        return _checked(text, *compact.groups())
    month_first = _MONTH_FIRST.fullmatch(text)
    return _checked(text, month_first[2], month_first[1], "") if month_first else None


def _day_and_month(text: str, found: re.Match[str]) -> ReadDate:
    """Read ``13.5.2021``; ``5/4/2021`` says no month for certain."""
    first, second, year = int(found[1]), int(found[2]), found[3]
    if "." in text or (first > 12 >= second):
        return _checked(text, year, str(second), str(first))
    if second > 12 >= first:
        return _checked(text, year, str(first), str(second))
    if first == second:
        return _checked(text, year, str(first), str(second))
    return ReadDate(
        PartialDate(int(year)), problem=f'"{text}" may be day/month or month/day'
    )


def _in_words(text: str) -> ReadDate:
    """Read ``May 2021``, ``c. 1843``, ``2019a``, ``202X``; keep what is no date."""
    before = _BEFORE_CHRIST.fullmatch(text)
    if before:
        return ReadDate(PartialDate(1 - int(before[1])))
    year = None if _UNSPECIFIED.fullmatch(text) else _YEAR.search(text)
    if year is None:
        if _UNSPECIFIED.fullmatch(text):
            return ReadDate(text=text)
        early = _EARLY_YEAR.fullmatch(text)
        if early and int(early[1]) > 0:
            return ReadDate(PartialDate(int(early[1])))
        return ReadDate(
            text=text, problem="" if _is_status(text) else f'"{text}" is no date'
        )
    rest = f"{text[: year.start()]} {text[year.end() :]}"
    month, day = _month_and_day(rest)
    if month is None or rest.strip().isdecimal():
        return ReadDate(PartialDate(int(year[1])))
    return _checked(text, year[1], str(month), day)


def _month_and_day(text: str) -> tuple[int | None, str]:
    """Find a month by number or word, and the first day number beside the word."""
    if text.isdecimal():
        return int(text), ""
    for word in _WORD.finditer(text):
        month = _month(word[0].casefold())
        if month is not None:
            day = _DAY.search(text)
            return month, day[1] if day else ""
    return None, ""


def _month(word: str) -> int | None:
    exact = _MONTHS.get(word)
    if exact is not None:
        return exact
    # "decem", "septem": any beginning of an English name is understood.
    return next(
        (
            number
            for number, words in enumerate(_MONTH_WORDS, start=1)
            if words.startswith(word)
        ),
        None,
    )


_STATUS = re.compile(
    r"press|forthcoming|appear|submitted|accepted|preparation|n\.?\s?d\.?|undated|"
    r"no date|unpublished|review|present|progress|ongoing|unknown|draft",
    re.IGNORECASE,
)


def _is_status(text: str) -> bool:
    """Whether the words are what people write who know that there is no date yet."""
    return _STATUS.search(text) is not None
