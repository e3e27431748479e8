"""When an entry was put into its file and last changed, as reference managers note it.

JabRef writes ``creationdate`` and ``modificationdate``, formerly ``timestamp``; BibDesk
``date-added`` and ``date-modified``; BibSonomy ``added-at`` and, beside it, a
``timestamp`` of the last change. DBLP's ``timestamp`` is the day of a change there and
begins with a day of the week: it says nothing on this file and is left out.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bibwiki.model.date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping

ADDED_FIELDS = ("creationdate", "date-added", "added-at", "dateadded")
CHANGED_FIELDS = ("modificationdate", "date-modified", "datemodified")
TIMESTAMP = "timestamp"
RECORD_FIELDS = frozenset({*ADDED_FIELDS, *CHANGED_FIELDS, TIMESTAMP})
"""All fields with such dates."""
_BEGINS_WITH_DAY = re.compile(r"\s*(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)")


class RecordDates(NamedTuple):
    """When an entry was added and last changed; None for what nobody noted."""

    added: PartialDate | None = None
    """Always a day."""
    changed: PartialDate | None = None
    """A day after ``added``; None if it was not changed on another day."""


def read_record_dates(fields: Mapping[str, str]) -> RecordDates:
    """Read the days on which an entry was added and changed.

    The day is that of the writer: its time zone is not counted in. What is no date is
    passed over, because no reader misses it.
    """
    if RECORD_FIELDS.isdisjoint(fields):
        return RecordDates()
    added = _first_day(fields, ADDED_FIELDS)
    changed = _first_day(fields, CHANGED_FIELDS)
    stamped = _day(fields.get(TIMESTAMP, ""))
    if added is None:
        added = stamped
    elif changed is None:
        changed = stamped
    if added and changed and changed.sort_key <= added.sort_key:
        changed = None
    return RecordDates(added, changed)


def _first_day(fields: Mapping[str, str], names: tuple[str, ...]) -> PartialDate | None:
    return next(filter(None, (_day(fields.get(name, "")) for name in names)), None)


def _day(text: str) -> PartialDate | None:
    """Read the day that a date with or without a time begins with."""
    found = _BEGINS_WITH_DAY.match(text)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    try:
        date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year, month, day)
