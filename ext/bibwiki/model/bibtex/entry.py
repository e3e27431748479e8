"""A BibTeX entry as written, and the file it stands in."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from bibwiki.model.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bibwiki.model.diagnostic import Diagnostic, Location


@value(frozen=True, slots=True)
class Entry:
    """One BibTeX record.

    Field values are what the file says, not what it means: LaTeX and braces inside are
    kept. Reading has expanded macros, joined ``#`` concatenations and removed the outer
    delimiters;
    :func:`~bibwiki.model.bibtex.inheritance.inherit_fields` adds what ``crossref``
    and ``xdata`` bring.
    """

    key: str
    """The citation key, case kept, e.g. ``lovelace1843notes``."""
    entry_type: str
    """In lower case, without ``@``, e.g. ``inproceedings``."""
    fields: Mapping[str, str]
    """Maps a field name in lower case to its value, in the order of the file."""
    location: Location
    """Where its ``@`` stands."""
    raw: str = ""
    """The text of the whole entry as it stands in the file."""
    kept: bool = True
    """False for a repeat: an entry whose key an earlier entry has."""
    digest: bytes = field(default=b"", init=False, repr=False, compare=False)
    """A digest of what it says, if somebody has worked it out: it stays with the entry.
    A copy that says something else has none."""

    def moved_down(self, lines: int) -> Entry:
        """Return the entry as it stands when so many lines are added above it."""
        place = replace(self.location, line=self.location.line + lines)
        moved = replace(self, location=place)
        object.__setattr__(moved, "digest", self.digest)  # it says the same
        return moved


@value(frozen=True, slots=True)
class BibFile:
    """What reading one ``.bib`` file gave."""

    path: str
    entries: tuple[Entry, ...]
    """In file order, repeats included (``kept`` is false for these)."""
    diagnostics: tuple[Diagnostic, ...]
    """In line order; those about the file's encoding first."""
    macros: Mapping[str, str] = field(default_factory=dict)
    """What it defines by ``@string``, together with the macros that were given to the
    reader: maps a name in lower case to its text. Files share macros in BibTeX."""
