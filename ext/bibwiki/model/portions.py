"""Reading a large ``.bib`` file in portions that do not depend on each other.

A portion is some hundred entries. What one gives can be kept as long as its text stays
the same, and several can be read at once. All portions of a file together give what
reading the whole file gives; where that is doubtful, the file is one portion.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING
from zlib import crc32

from bibwiki.model.bibtex.entry import BibFile, Entry
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.garbage import pause_collection
from bibwiki.model.interpret import interpret
from bibwiki.model.names.name import Name
from bibwiki.model.values import value
from bibwiki.model.work import Contribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bibwiki.model.work import Venue, Work

ENTRIES = 256
"""How many entries a portion has in the mean."""
_ENTRY = re.compile(r"@[A-Za-z]+\{[^\n]*")
_MACRO = re.compile(r"@\s*string", re.IGNORECASE)
_OTHER_BLOCK = re.compile(r"@\s*(?:comment|preamble)", re.IGNORECASE)
_INSIDE_ENTRIES = frozenset({
    Problem.DOUBLE_ENCODING, Problem.DUPLICATE_FIELD, Problem.MISSING_DELIMITERS,
    Problem.UNDEFINED_MACRO,
})  # fmt: skip
"""Problems that say nothing about where an entry ends."""


@value(frozen=True, slots=True)
class Portion:
    """What one portion says."""

    file: BibFile
    """Its entries."""
    works: tuple[tuple[Work, tuple[Diagnostic, ...]] | None, ...]
    """One for each entry, with what could not be understood; None for entries that have
    to be completed by others first, and for repeats."""
    above: int = 0
    """Lines above it that its places count: where it stood when it was kept."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing in it could reach into the next portion."""
        return all(d.problem in _INSIDE_ENTRIES for d in self.file.diagnostics)


def split_portions(text: str, entries: int = ENTRIES) -> list[str]:
    r"""Split a file before entries; joined, the portions are the text again.

    Whether a portion begins at an entry follows from its first line alone: adding an
    entry moves no border elsewhere.

    Args:
        text: The whole file, with ``\n`` as its only line end.
        entries: How many entries a portion has in the mean.
    """
    borders = [
        start
        for start, line in _first_lines(text)
        if crc32(line.encode("utf-8", "replace")) % entries == 0
    ]
    # Nothing before the last macro may be read without the rest of it.
    last_macro = max((found.end() for found in _MACRO.finditer(text)), default=0)
    borders = [border for border in borders if border > max(last_macro, 0)]
    if _OTHER_BLOCK.search(text) is not None:
        borders = []  # such a block may hold anything, also what looks like entries
    places = [0, *borders, len(text)]
    return [text[a:b] for a, b in pairwise(places) if a < b]


def _first_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield where lines begin that begin as entries do, and the lines."""
    before = -1
    while True:
        found = _ENTRY.match(text, before + 1)
        if found is not None:
            yield before + 1, found[0]
        before = text.find("\n@", before + 1)
        if before < 0:
            return


def defines_macros(text: str) -> bool:
    """Tell whether files that are read later may depend on this one."""
    return _MACRO.search(text) is not None


def read_portion(
    text: str, path: str, macros: Mapping[str, str], above: int = 0
) -> Portion:
    """Read and interpret a portion; see :func:`parse_bibtex`."""
    return interpreted(parse_bibtex(text, path, macros=macros, above=above), above)


def interpreted(file: BibFile, above: int = 0) -> Portion:
    """Return a file with the works of those entries that say everything themselves.

    The text of these entries is dropped: it only served to find what is wrong with
    them, and is a third of all that would be kept.
    """
    works = tuple(map(_work, file.entries))
    pairs = zip(file.entries, works, strict=True)
    entries = tuple(found[0].entry if found else entry for entry, found in pairs)
    return Portion(replace(file, entries=entries), works, above)


def _work(entry: Entry) -> tuple[Work, tuple[Diagnostic, ...]] | None:
    if not entry.kept or "crossref" in entry.fields or "xdata" in entry.fields:
        return None
    bare = Entry(entry.key, entry.entry_type, entry.fields, entry.location)
    return interpret(bare, entry.raw)


def join_portions(portions: Sequence[tuple[Portion, int]]) -> Portion | None:
    """Return what the whole file says; None where only reading it whole can tell.

    Args:
        portions: Each with the number of its lines, in the order of the file.
    """
    keys: set[str] = set()
    for portion, _ in portions:
        found = [entry.key for entry in portion.file.entries]
        if not portion.is_sound or not keys.isdisjoint(found):
            return None
        keys.update(found)
    line = 0
    moved: list[Portion] = []
    for portion, lines in portions:
        moved.append(moved_below(portion, line))
        line += lines
    file = BibFile(
        moved[0].file.path,
        tuple(entry for portion in moved for entry in portion.file.entries),
        tuple(one for portion in moved for one in portion.file.diagnostics),
        moved[-1].file.macros,
    )
    return Portion(file, tuple(work for portion in moved for work in portion.works))


def moved_below(portion: Portion, above: int) -> Portion:
    """Return a portion as it is where so many lines of the file stand above it."""
    lines = above - portion.above
    if not lines:
        return portion
    entries = tuple(entry.moved_down(lines) for entry in portion.file.entries)
    works = tuple(
        found and (found[0].moved_to(entry), tuple(_moved_down(found[1], lines)))
        for entry, found in zip(entries, portion.works, strict=True)
    )
    diagnostics = tuple(_moved_down(portion.file.diagnostics, lines))
    file = replace(portion.file, entries=entries, diagnostics=diagnostics)
    return Portion(file, works, above)


def _moved_down(diagnostics: Iterable[Diagnostic], lines: int) -> Iterable[Diagnostic]:
    for one in diagnostics:
        place = replace(one.location, line=one.location.line + lines)
        yield replace(one, location=place)


@pause_collection()
def interpret_rest(
    entries: Iterable[Entry], portions: Iterable[Portion]
) -> tuple[tuple[Work, ...], tuple[Diagnostic, ...]]:
    """Return the works of all entries, as :func:`interpret_all` does.

    Args:
        entries: The entries of all portions, completed.
        portions: What is known already of those that needed no completing.
    """
    known = {
        id(entry): found
        for portion in portions
        for entry, found in zip(portion.file.entries, portion.works, strict=True)
        if found is not None
    }
    works: list[Work] = []
    diagnostics: list[Diagnostic] = []
    for entry in entries:
        if not entry.kept:
            continue
        found = known.get(id(entry))
        if found is None:
            found = interpret(entry)
        works.append(found[0])
        diagnostics.extend(found[1])
    _share_equals(works)
    return tuple(works), tuple(diagnostics)


ALL_OF_CREATOR = attrgetter(
    *(f"name.{one.name}" for one in fields(Name)),
    *(one.name for one in fields(Contribution) if one.name not in {"name", "role"}),
    "role._value_",  # members are hashed by a function of Python's
)
"""Gives everything that a creator is said to be."""


def _share_equals(works: Iterable[Work]) -> None:
    """Let works share what they say alike: their creators and venues.

    Portions share nothing when they are loaded. In a large collection, creators that
    are kept once for each portion take a fifth of the memory of all entries.
    """
    creators: dict[tuple[object, ...], Contribution] = {}
    venues: dict[Venue | None, Venue | None] = {}
    for work in works:
        # By what they say: values are hashed and compared by functions of Python's.
        said = map(ALL_OF_CREATOR, work.contributions)
        same = tuple(map(creators.setdefault, said, work.contributions))
        object.__setattr__(work, "contributions", same)
        venue = venues.setdefault(work.venue, work.venue)
        object.__setattr__(work, "venue", venue)
