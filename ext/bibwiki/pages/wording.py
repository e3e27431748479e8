"""Small phrases that many pages share: counts, dates, ranges, descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bibwiki.model.date import PartialDate

_PLURALS = {"person": "people", "entry": "entries", "joint work": "joint works"}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
_DESCRIPTION_LENGTH = 160
"""Search engines cut longer descriptions."""


def noun(count: int, singular: str) -> str:
    """Return a noun in the number that a count asks for, e.g. ``works`` for 2."""
    return singular if count == 1 else _PLURALS.get(singular, f"{singular}s")


def counted(count: int, singular: str) -> str:
    """Return a count with its noun, e.g. ``1 work``, ``1,204 people``."""
    return f"{count:,} {noun(count, singular)}"


def date_words(date: PartialDate) -> str:
    """Return a date as it is read, as precise as it is known, e.g. ``12 May 2021``."""
    return " ".join(filter(None, (day_words(date), str(date.year))))


def day_words(date: PartialDate) -> str:
    """Return the same without the year, e.g. ``12 May``; empty where only that is."""
    if date.month is None:
        return ""
    month = _MONTHS[date.month - 1]
    return month if date.day is None else f"{date.day} {month}"


def year_range(years: Iterable[int]) -> str:
    """Return the first and the last of some years, e.g. ``1998-2026`` with an en dash.

    Empty where there are no years; one year alone stands for itself.
    """
    ordered = sorted(set(years))
    if not ordered:
        return ""
    if len(ordered) == 1:
        return str(ordered[0])
    return f"{ordered[0]}\N{EN DASH}{ordered[-1]}"


def page_range(pages: str) -> str:
    """Return pages with the dash that print uses."""
    return pages.replace("--", "-").replace("-", "\N{EN DASH}")


def capitalized(text: str) -> str:
    """Return a text with a capital at its beginning; the rest stays as written."""
    return text[:1].upper() + text[1:]


def enumeration(words: Sequence[str]) -> str:
    """Join words as a sentence does: ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def short_description(text: str) -> str:
    """Cut a text at a word so that search engines show it whole."""
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    cut = text[: _DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:.')}\N{HORIZONTAL ELLIPSIS}"
