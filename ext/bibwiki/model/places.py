"""Where something stands in a file: lines, columns and fields."""

from __future__ import annotations

import re

from bibwiki.model.diagnostic import Location


class Places:
    r"""Turns positions of one text into locations; cheap where they come in order.

    Args:
        text: The whole file, with ``\n`` as its only line end.
        path: What locations call the file.
        above: How many lines of the file stand above the text, if it is a part.
    """

    __slots__ = ("_line", "_line_start", "_path", "_text")

    def __init__(self, text: str, path: str, above: int = 0) -> None:
        self._text = text
        self._path = path
        self._line_start = 0
        self._line = above + 1

    def at(self, position: int) -> Location:
        """Return the line and column of a position."""
        if position < self._line_start:
            self._line -= self._text.count("\n", position, self._line_start)
            self._line_start = self._text.rfind("\n", 0, position) + 1
        else:
            newline = self._text.rfind("\n", self._line_start, position)
            if newline >= 0:
                self._line += self._text.count("\n", self._line_start, newline + 1)
                self._line_start = newline + 1
        return Location(self._path, self._line, position - self._line_start + 1)


def find_field(text: str, name: str, start: int, end: int) -> int | None:
    """Return where the name of a field stands between two places, if it does.

    Args:
        text: Any part of a file.
        name: The field, in any case.
        start: Behind where to look: the ``@`` of the entry, or a field before.
        end: Where the entry ends.
    """
    pattern = rf"(?<=[\s,{{(]){re.escape(name)}\s*="
    found = re.compile(pattern, re.IGNORECASE).search(text, start + 1, end)
    return found.start() if found else None


def field_location(entry_text: str, entry_place: Location, name: str) -> Location:
    """Return where a field stands; the entry's own place if the text has no such field.

    Args:
        entry_text: The entry as it stands in the file.
        entry_place: Where the text begins.
        name: The field, in any case; may be empty.
    """
    offset = find_field(entry_text, name, 0, len(entry_text)) if name else None
    if offset is None:
        return entry_place
    lines = entry_text.count("\n", 0, offset)
    if lines == 0:
        column = entry_place.column + offset
    else:
        column = offset - entry_text.rindex("\n", 0, offset)
    return Location(entry_place.path, entry_place.line + lines, column)
