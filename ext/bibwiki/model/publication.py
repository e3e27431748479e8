"""Where a work appeared: venue, publisher, volume, pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.entry_types import is_preprint_journal
from bibwiki.model.journal_macros import journal_of_macro
from bibwiki.model.latex.marked_text import joined_text
from bibwiki.model.latex.text import decode
from bibwiki.model.work import Venue
from bibwiki.model.work_type import WorkType

if TYPE_CHECKING:
    from collections.abc import Mapping

_PUBLISHERS = ("publisher", "institution", "school", "organization")
_DASHES = re.compile(r" ?(?:\$?-+\$?|[\u2010-\u2015\u2212]+|\\textendash *(?:\{\})?) ?")
_PLAIN_PAGES = re.compile(r"([0-9]+)--?([0-9]+)")
_TO = re.compile(r"(?<=\d) (?:to|bis|à) (?=\d)")
_PAGES_WORD = re.compile(
    r"^\s*(?:(?:pp?|pages?|S|Seiten?)\.?[\s~]+|(?:pp?|S)\.)(?=\d)", re.IGNORECASE
)
_VOLUME_WORD = re.compile(
    r"(?:vol(?:ume)?|bd|band|jg|jahrgang|tome)\.?[\s~]*(?=\d)", re.IGNORECASE
)
_NUMBER_WORD = re.compile(
    r"(?:no|nr|num(?:ber)?|issue|heft|n\u00b0|\u2116)\.?[\s~]*(?=\d)", re.IGNORECASE
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&*+/'\u2019 .-]{1,19}")
_BOOK_SERIES = re.compile(r"lecture notes|lncs|lnai|lnbip|ccis|studies|texts|advances")
_BOOK_TYPES = frozenset({WorkType.BOOK, WorkType.PROCEEDINGS, WorkType.REPORT})
_SITE_TYPES = frozenset({
    WorkType.WEBPAGE, WorkType.POST, WorkType.PRESS, WorkType.VIDEO, WorkType.AUDIO,
})  # fmt: skip


class Publication(NamedTuple):
    """How and where a work was published."""

    venue: Venue | None
    publisher: str
    volume: str
    number: str
    pages: str


def read_publication(fields: Mapping[str, str], work_type: WorkType) -> Publication:
    """Read where a work appeared, who published it, and where in the venue it is."""
    return Publication(
        venue=read_venue(fields, work_type),
        publisher=read_publisher(fields),
        volume=read_volume(fields.get("volume", "")),
        number=read_number(fields.get("number") or fields.get("issue") or ""),
        pages=read_pages(fields.get("pages", "")),
    )


def read_venue(fields: Mapping[str, str], work_type: WorkType) -> Venue | None:
    """Return where a work appeared, or None where its entry does not say.

    A ``journal`` that only says that the work is a preprint is no venue.
    """
    written = fields.get("journaltitle") or fields.get("journal") or ""
    journal = journal_of_macro(written) or decode(written)
    if journal and not is_preprint_journal(journal):
        subtitle = decode(fields.get("journalsubtitle", ""))
        kind = "website" if work_type in _SITE_TYPES else "journal"
        short = decode(fields.get("shortjournal", ""))
        return Venue(_joined(journal, subtitle), kind, short)
    book = decode(fields.get("booktitle", ""))
    if book and not is_preprint_journal(book):
        book = _joined(book, decode(fields.get("booksubtitle", "")))
        return Venue(book, _book_kind(work_type), _short_name(fields))
    series = decode(fields.get("series", ""))
    if series and work_type in _BOOK_TYPES:
        return Venue(series, "series", decode(fields.get("shortseries", "")))
    return None


def _book_kind(work_type: WorkType) -> str:
    if work_type is WorkType.CHAPTER:
        return "book"
    return "website" if work_type in _SITE_TYPES else "conference"


def _short_name(fields: Mapping[str, str]) -> str:
    """Take a conference's ``series`` for its short name, if it looks like one."""
    short = decode(fields.get("shortbooktitle", ""))
    series = decode(fields.get("series", ""))
    if short or not series or _BOOK_SERIES.search(series.lower()):
        return short
    return series if _ACRONYM.fullmatch(series) else ""


def read_publisher(fields: Mapping[str, str]) -> str:
    """Return who published the work; of a list, all, joined by ``and``."""
    return next((decode(fields[name]) for name in _PUBLISHERS if fields.get(name)), "")


def read_pages(text: str) -> str:
    """Return pages with plain hyphens: ``10--20``, ``pp. 10 - 20`` give ``10-20``."""
    plain = _PLAIN_PAGES.fullmatch(text)
    if plain:
        return f"{plain[1]}-{plain[2]}"
    if not text:
        return ""
    if text.lower().startswith("n/a"):
        return ""
    text = _PAGES_WORD.sub("", " ".join(text.replace("\\-", "-").split()))
    text = _DASHES.sub("-", decode(_DASHES.sub("-", text)))
    return _TO.sub("-", text).strip("-, ").removesuffix(".")


def read_volume(text: str) -> str:
    """Return a volume without the word: ``vol. 3`` gives ``3``."""
    return text if text.isdecimal() else _VOLUME_WORD.sub("", decode(text), count=1)


def read_number(text: str) -> str:
    """Return a number or issue without the word: ``no. 2`` gives ``2``."""
    return text if text.isdecimal() else _NUMBER_WORD.sub("", decode(text), count=1)


def join_title(title: str, subtitle: str) -> str:
    """Put a subtitle behind its title: after a colon, if no sign ends the title."""
    return _joined(title, subtitle)


def _joined(title: str, subtitle: str) -> str:
    if not title or not subtitle:
        return title or subtitle
    return joined_text((title, " " if title[-1] in "?!.:" else ": ", subtitle))
