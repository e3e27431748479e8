"""Where a field of a damaged entry begins, and where it may end.

Each look-ahead is bounded by the entry, and a failed one is not repeated, so the time
stays linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIELD_NAME = r"[^\W\d][\w.:+/-]*+"
_KNOWN_NAMES = (
    "abstract|annote|author|booktitle|chapter|date|doi|edition|editor|eprint|file|"
    "howpublished|institution|isbn|issn|journal|journaltitle|keywords|month|note|"
    "number|pages|publisher|school|series|title|url|volume|year"
)
FIELD_START = re.compile(rf"{_FIELD_NAME}\s*+=")
"""A field's name and its equals sign."""
RESUMED_FIELD = re.compile(rf'\s*+,?\s*+{_FIELD_NAME}\s*+=\s*+(?=["{{\w])')
"""A field behind what looked like the end of its entry."""
_NEXT_FIELD = re.compile(
    rf'\n[ \t]*+,?[ \t]*+{_FIELD_NAME}[ \t]*+=\s*+(?=["{{\w])'
    rf'|,[ \t]*+(?i:{_KNOWN_NAMES})[ \t]*+=\s*+(?=["{{\d])'
)
_SPACE = re.compile(r"(?:\s++|%[^\n]*+\n)*+")
RESUMED_VALUE = re.compile(
    r'(?P<rest>[ \t]*+[^\s{}"@=,#)%][^{}"@=\n]*+)\}\s*+,\s*+'
    rf"{_FIELD_NAME}\s*+="
)
"""The rest of a value behind what looked like the end of its entry."""


@dataclass(slots=True)
class Extent:
    """How far the entry that is being read may reach."""

    limit: int
    """Where the next entry begins, or the text ends."""
    far_limit: int
    """Where the entry after that begins: the next one may stand inside a value."""
    closer: str
    """``}`` or ``)``: what closes the entry."""
    cut_swallowed: bool = False
    """Values that contain what looks like fields end before these."""
    unclosed: bool = False
    """A group was found open at the limit: trust no far closing delimiter any more."""
    _next_field: int = -1
    """Where the next line that looks like a field begins, as found before."""
    _searched_from: int = -1

    def next_field(self, text: str, start: int) -> int | None:
        """Return where the next line that looks like a field begins, if one does.

        Asked for with growing ``start``; what was found is kept, so that values without
        such a line behind them do not search the whole entry each.
        """
        known = 0 <= self._searched_from <= start
        if not (known and (start <= self._next_field or self._next_field < 0)):
            found = _NEXT_FIELD.search(text, start, self.limit)
            self._next_field = found.start() if found else -1
            self._searched_from = start
        return self._next_field if self._next_field >= 0 else None


def skip_blank(text: str, position: int, limit: int) -> int:
    """Skip white space and comments that begin with a percent sign."""
    found = _SPACE.match(text, position, limit)
    return found.end() if found else position


def may_go_on(text: str, position: int, extent: Extent) -> bool:
    """Whether what stands here can follow a value."""
    position = skip_blank(text, position, extent.limit)
    if position >= extent.limit or text[position] in ",#})":
        return True
    if text[position] == ";":
        position = skip_blank(text, position + 1, extent.limit)
        if position >= extent.limit or text[position] in "})":
            return True
    return FIELD_START.match(text, position, extent.limit) is not None


def ends_field(text: str, position: int, limit: int, extent: Extent) -> bool:
    """Whether a comma with a field, the entry's end or the cut follows."""
    position = skip_blank(text, position, limit)
    if position < limit and text[position] == ",":
        position = skip_blank(text, position + 1, limit)
        if FIELD_START.match(text, position, extent.limit):
            return True
    return position >= limit or text[position] in ("#", extent.closer)
