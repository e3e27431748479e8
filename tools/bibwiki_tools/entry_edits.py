"""Changes to the text of BibTeX files that leave everything else as it is written.

An entry is only changed where reading it again gives what was meant, and all else as
before; anything odd is refused.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.reader import parse_bibtex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bibwiki.model.bibtex.entry import Entry

_CONTEXT = 3
"""Lines of context in a diff, as ``diff -u`` has them."""
_INDENT = re.compile(r"\n([ \t]+)\S")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\n[ \t]*(?=\n|\Z))?\n?")
_HUNK = re.compile(r"@@ -(\d+)(\S*) \+(\d+)(\S*) @@")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A piece of a file's text that becomes another."""

    start: int
    end: int
    """Both counted in characters from 0; the end is the first that stays."""
    text: str


def place_of(entry: Entry, text: str, line_starts: Sequence[int]) -> int | None:
    """Return where an entry stands in its file; None where its text is not there."""
    line = entry.location.line - 1
    if not entry.raw or line >= len(line_starts):
        return None
    end = line_starts[line + 1] if line + 1 < len(line_starts) else len(text)
    place = text.find(entry.raw, line_starts[line])
    return place if 0 <= place < max(end, 1) else None


def line_starts_of(text: str) -> list[int]:
    """Return where each line starts; only line feeds end lines."""
    return [0, *(found.end() for found in re.finditer("\n", text))]


def removal(text: str, start: int, length: int) -> Edit:
    """Return the edit that removes an entry with the rest of its line."""
    rest = _REST_OF_LINE.match(text, start + length)
    end = rest.end() if rest else start + length
    return Edit(start, end, "")


def with_keys(raw: str, additions: Mapping[str, Sequence[str]]) -> str | None:
    """Add keys to fields of an entry that hold lists of keys.

    Args:
        raw: The text of the entry.
        additions: Maps field names to what is added; the field is made if missing.

    Returns:
        The new text; None where the entry cannot be changed safely.
    """
    before = _read(raw)
    if before is None:
        return None
    wanted = dict(before.fields)
    changed = raw
    for name, keys in additions.items():
        old = wanted.get(name)
        wanted[name] = ", ".join([*keys, old] if old else keys)
        changed = _add(changed, name, ", ".join(keys), exists=bool(old))
    after = _read(changed)
    sound = after is not None and (after.key, dict(after.fields)) == (
        before.key,
        wanted,
    )
    return changed if sound else None


def unified_diff(path: str, text: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield the lines of a unified diff, without line ends.

    Only the surroundings of the edits are compared, so that large files cost nothing.

    Args:
        path: The file's name, for the head.
        text: The file before the edits.
        edits: Sorted, and none overlapping another.
    """
    yield f"--- a/{path}"
    yield f"+++ b/{path}"
    starts = line_starts_of(text)
    shift = 0
    for first, last, inside in _regions(starts, edits):
        low = starts[first]
        high = starts[last] if last < len(starts) else len(text)
        old = text[low:high]
        moved = [Edit(one.start - low, one.end - low, one.text) for one in inside]
        new = apply_edits(old, moved)
        found = difflib.unified_diff(_lines(old), _lines(new), n=_CONTEXT)
        for line in list(found)[2:]:
            hunk = _HUNK.fullmatch(line.removesuffix("\n"))
            yield _moved(hunk, first, first + shift) if hunk else line.rstrip("\n")
            if not line.endswith("\n"):
                yield "\\ No newline at end of file"
        shift += new.count("\n") - old.count("\n")


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Return the text after the edits, which are sorted and do not overlap."""
    parts = []
    place = 0
    for one in edits:
        parts += [text[place : one.start], one.text]
        place = one.end
    return "".join([*parts, text[place:]])


def _regions(
    starts: Sequence[int], edits: Sequence[Edit]
) -> Iterator[tuple[int, int, list[Edit]]]:
    """Yield lines, from first to behind the last, and the edits among them."""
    lines = _LineFinder(starts)
    region: tuple[int, int, list[Edit]] | None = None
    for one in edits:
        first = max(0, lines.line_of(one.start) - _CONTEXT)
        last = min(len(starts), lines.line_of(one.end) + _CONTEXT + 1)
        if region and first <= region[1]:
            region = (region[0], last, [*region[2], one])
        else:
            if region:
                yield region
            region = (first, last, [one])
    if region:
        yield region


class _LineFinder:
    """Finds the lines of places that are asked for in ascending order."""

    def __init__(self, starts: Sequence[int]) -> None:
        self._starts = starts
        self._line = 0

    def line_of(self, place: int) -> int:
        while (
            self._line + 1 < len(self._starts) and self._starts[self._line + 1] <= place
        ):
            self._line += 1
        return self._line


def _lines(text: str) -> list[str]:
    """Split at line feeds alone, and keep them."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _moved(hunk: re.Match[str], old: int, new: int) -> str:
    return f"@@ -{int(hunk[1]) + old}{hunk[2]} +{int(hunk[3]) + new}{hunk[4]} @@"


def _read(raw: str) -> Entry | None:
    file = parse_bibtex(raw, "")
    return file.entries[0] if len(file.entries) == 1 else None


def _add(raw: str, name: str, value: str, *, exists: bool) -> str:
    if exists:
        pattern = re.compile(rf"([\s,]{name}\s*=\s*[{{\"]\s*)", re.IGNORECASE)
        return pattern.sub(lambda found: f"{found[1]}{value}, ", raw, count=1)
    body, closing = raw.rstrip()[:-1].rstrip(), raw.rstrip()[-1:]
    comma = "" if body.endswith(",") else ","
    if "\n" not in raw:
        return f"{body}{comma} {name} = {{{value}}}{closing}"
    indent = _INDENT.search(raw)
    space = indent[1] if indent else "  "
    return f"{body}{comma}\n{space}{name} = {{{value}}},\n{closing}"
