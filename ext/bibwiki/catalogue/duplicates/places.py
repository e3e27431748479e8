"""Whether two works appeared in the same place: venue, volume, pages, edition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words
from bibwiki.catalogue.venues import series_of
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from bibwiki.model.work import Venue, Work

_SMALL_WORDS = frozenset({
    "the", "of", "on", "for", "in", "and", "a", "an", "de", "la", "le", "der", "die",
    "international", "annual", "conference", "workshop", "symposium", "journal",
    "proceedings", "proc", "conf", "int", "intl", "j", "transactions", "trans",
    "meeting", "acm", "ieee", "advances",
})  # fmt: skip
"""Words of a venue's name that many venues share."""
_JOURNAL_PROCEEDINGS = re.compile(
    r"national academy|royal society|of the ieee|vldb endowment|programming languages|"
    r"^proc(?:eedings)? (?:of the )?acm on|physical society|mathematical society|"
    r"machine learning research",
)
_MEETING = re.compile(
    r"\b(?:proceedings|proc|conference|conf|workshop|symposium|advances in neural)\b"
)
_ORDINALS = {
    word: str(number)
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
         "ninth", "tenth"), 1
    )
}  # fmt: skip


_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """Where a work appeared, made ready to be compared."""

    name: str
    """The venue, folded; the series of a meeting."""
    short: str
    words: tuple[str, ...]
    """Of the name, those that tell venues apart."""
    workshop: bool
    volume: str
    first_page: str
    last_page: str
    edition: str
    """A number where it is one, e.g. ``2``; empty where nothing is said."""
    meeting: str
    """The number of the meeting, e.g. ``3`` of ``Third Workshop on Steam``."""
    number: str
    """The digits of the number of a report, patent or issue."""


def place_form(work: Work) -> PlaceForm:
    """Fold where a work appeared."""
    name, short, words = _venue_form(work.venue) if work.venue else ("", "", ())
    first, _, last = work.pages.partition("-")
    return PlaceForm(
        name,
        short,
        words,
        "workshop" in name,
        fold_words(work.volume),
        first.strip().lower(),
        last.partition(",")[0].strip().lower(),
        _edition(work.entry.fields.get("edition", "")),
        _meeting_number(work.venue) if work.venue else "",
        "".join(_DIGITS.findall(work.entry.fields.get("number", ""))),
    )


@lru_cache(maxsize=1 << 14)
def _venue_form(venue: Venue) -> tuple[str, str, tuple[str, ...]]:
    """Fold a venue's name and short name, and take what tells it from others."""
    series = series_of(venue)
    name = fold_words(series.name)
    words = tuple(word for word in name.split() if word not in _SMALL_WORDS)
    return name, fold_words(series.short), words


@lru_cache(maxsize=1 << 14)
def _meeting_number(venue: Venue) -> str:
    name = fold_words(venue.name)
    if found := _NUMBERED.search(name):
        return found[1]
    return next((_ORDINALS[word] for word in name.split() if word in _ORDINALS), "")


def is_meeting(work: Work) -> bool:
    """Tell whether a work was a contribution to a meeting, whatever its entry type."""
    if work.work_type is WorkType.PAPER:
        return True
    if work.work_type is not WorkType.ARTICLE or work.venue is None:
        return False
    name = fold_words(work.venue.name)
    return bool(_MEETING.search(name)) and not _JOURNAL_PROCEEDINGS.search(name)


def same_venue(one: PlaceForm, other: PlaceForm) -> bool | None:
    """Tell whether two venues are one; None where that is not known."""
    if not one.name or not other.name:
        return None
    if one.workshop != other.workshop:
        return False
    if have_one_name(one, other):
        return True
    if _abbreviates(one, other) or _abbreviates(other, one):
        return True
    return None if _share_words(one.words, other.words) else False


def have_one_name(one: PlaceForm, other: PlaceForm) -> bool:
    """Tell whether two venues have one name, or one short name."""
    return not ({one.name, one.short} - {""}).isdisjoint({other.name, other.short})


def same_pages(one: PlaceForm, other: PlaceForm) -> bool | None:
    """Tell whether two works stand on the same pages; None where that is not known."""
    if not one.first_page or not other.first_page:
        return None
    if one.first_page != other.first_page:
        return False
    return (
        one.last_page == other.last_page if one.last_page and other.last_page else None
    )


def _abbreviates(short: PlaceForm, long: PlaceForm) -> bool:
    """Tell whether one name is the initials of the other, or all its words cut."""
    words = long.name.split()
    initials = "".join(word[0] for word in words)
    content = "".join(word[0] for word in words if len(word) > 3)
    compact = short.name.replace(" ", "")
    if len(compact) > 1 and compact in {initials, content}:
        return True
    pairs = list(zip(short.words, long.words, strict=False))
    return (
        len(short.words) == len(long.words) > 0
        and all(b.startswith(a) for a, b in pairs)
    )  # fmt: skip


def _share_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one or not other or not set(one).isdisjoint(other)


def _edition(text: str) -> str:
    words = fold_words(text).split()
    for word in words:
        if word in _ORDINALS:
            return _ORDINALS[word]
        if digits := re.match(r"\d+", word):
            return digits[0]
    return " ".join(words)
