"""The same entry in the words of BibTeX, or of biblatex.

The two name many things differently. An entry is written into a file in either way;
programs that know only one of them get that one. What the other has no word for stays
as it is: styles skip fields they do not know. Sources: ``btxdoc`` (Patashnik 1988) and
the biblatex manual 3.20, sections 2.1.2 (types and aliases) and 2.2.5 (field aliases).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.macros import MONTH_MACROS
from bibwiki.model.dates import parse_date, parse_year_month
from bibwiki.model.publication import join_title

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTHS = tuple(MONTH_MACROS.values())
_BIBTEX_TYPES = frozenset({
    "article", "book", "booklet", "conference", "inbook", "incollection",
    "inproceedings", "manual", "mastersthesis", "misc", "phdthesis", "proceedings",
    "techreport", "unpublished",
})  # fmt: skip
_TO_BIBTEX_TYPES: Mapping[str, str] = {
    "report": "techreport", "collection": "book", "mvbook": "book",
    "mvcollection": "book", "reference": "book", "mvreference": "book",
    "bookinbook": "incollection", "suppbook": "incollection",
    "suppcollection": "incollection", "inreference": "incollection",
    "mvproceedings": "proceedings", "suppperiodical": "article", "review": "article",
}  # fmt: skip
"""Types without a word in BibTeX that have a near one; all others become ``misc``."""
_TO_BIBLATEX_TYPES: Mapping[str, tuple[str, str]] = {
    "phdthesis": ("thesis", "phdthesis"),
    "mastersthesis": ("thesis", "mathesis"),
    "techreport": ("report", "techreport"),
    "conference": ("inproceedings", ""),
    "electronic": ("online", ""),
    "www": ("online", ""),
}
"""The type, and what its ``type`` field says where the entry does not."""
_FIELD_PAIRS = (
    ("journal", "journaltitle"),
    ("address", "location"),
    ("archiveprefix", "eprinttype"),
    ("primaryclass", "eprintclass"),
)
"""A field of BibTeX and biblatex's word for it."""
_TO_BIBTEX_FIELDS = {new: old for old, new in _FIELD_PAIRS}
_TO_BIBLATEX_FIELDS = dict(_FIELD_PAIRS) | {"school": "institution"}
_MASTER = re.compile(r"\W*(?:m\.?\s?[as]|mathesis|diplom)", re.IGNORECASE)
_SUBTITLES = (
    ("title", "subtitle"),
    ("booktitle", "booksubtitle"),
    ("journal", "journalsubtitle"),
)


def bibtex_entry(entry: Entry) -> Entry:
    """Return an entry in the words of BibTeX's own styles.

    Subtitles stand behind their titles; a range of dates is its beginning.
    """
    fields = _renamed(entry.fields, _TO_BIBTEX_FIELDS)
    entry_type = entry.entry_type
    if entry_type == "thesis":
        is_master = _MASTER.match(fields.get("type", ""))
        entry_type = "mastersthesis" if is_master else "phdthesis"
        if fields.get("type") in {"phdthesis", "mathesis"}:
            del fields["type"]  # biblatex's words, not meant to be printed
    elif entry_type not in _BIBTEX_TYPES:
        entry_type = _TO_BIBTEX_TYPES.get(entry_type, "misc")
    if entry_type in {"phdthesis", "mastersthesis"} and "institution" in fields:
        fields.setdefault("school", fields.pop("institution"))
    if entry_type == "techreport" and fields.get("type") == "techreport":
        del fields["type"]
    for title, subtitle in _SUBTITLES:
        if title in fields and subtitle in fields:
            fields[title] = join_title(fields[title], fields.pop(subtitle))
    _split_date(fields)
    return _said(entry, entry_type, fields)


def biblatex_entry(entry: Entry) -> Entry:
    """Return an entry in the words of biblatex."""
    fields = _renamed(entry.fields, _TO_BIBLATEX_FIELDS)
    entry_type, said = _TO_BIBLATEX_TYPES.get(entry.entry_type, (entry.entry_type, ""))
    if said:
        fields.setdefault("type", said)
    _join_date(fields)
    return _said(entry, entry_type, fields)


def _said(entry: Entry, entry_type: str, fields: Mapping[str, str]) -> Entry:
    """Return an entry with another type and other fields; itself, if they are its."""
    if entry_type == entry.entry_type and fields == entry.fields:
        return entry
    return Entry(entry.key, entry_type, fields, entry.location, entry.raw, entry.kept)


def _renamed(fields: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """Rename fields; one that exists under its new name already is kept as it is."""
    if names.keys().isdisjoint(fields):
        return dict(fields)
    return {
        names[name] if name in names and names[name] not in fields else name: value
        for name, value in fields.items()
    }


def _split_date(fields: dict[str, str]) -> None:
    """Put a readable ``date`` into ``year`` and ``month``; any other into ``year``."""
    if "date" not in fields or "year" in fields:
        return
    text = fields.pop("date")
    date = parse_date(text)
    if date is None:
        fields["year"] = text
        return
    fields["year"] = str(date.year)
    if date.month is not None:
        fields["month"] = _MONTHS[date.month - 1]
        if date.day is not None:
            fields["day"] = str(date.day)


def _join_date(fields: dict[str, str]) -> None:
    """Put a readable ``year`` and ``month`` into ``date``."""
    if "date" in fields or "year" not in fields:
        return
    date = _joined(fields["year"], fields.get("month", ""), fields.get("day", ""))
    if date is not None:
        for name in ("year", "month", "day"):
            fields.pop(name, None)
        fields["date"] = date


@lru_cache(4096)
def _joined(year: str, month: str, day: str) -> str | None:
    """Return what ``date`` says of a year, month and day; None where it cannot."""
    date = parse_year_month(year, month, day)
    if date is None or not year.strip("{} ").isdecimal():
        return None
    if month and date.month is None:
        return None  # a season or a phrase: nothing that a date could say
    return date.iso
