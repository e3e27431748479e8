"""What entries take from others: ``crossref`` and ``xdata``, after biblatex's rules.

The mapping of fields (a proceedings' ``title`` is its papers' ``booktitle``) is that of
the biblatex manual, appendix B, widened to what BibTeX users write: a paper's
``crossref`` may name a ``book``. An entry's own fields always win.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bibwiki.model.diagnostic import Diagnostic, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bibwiki.model.bibtex.entry import BibFile, Entry
    from bibwiki.model.diagnostic import Location

CONTAINER_TYPES = frozenset({"xdata"})
"""Entries that only hold fields for others: no works."""
CONTROL_TYPES = frozenset({"control", "bstctl", "ieeetranbstctl"})
"""Entries that carry a style's settings: no works."""

_NEVER_INHERITED = frozenset({
    "crossref", "entryset", "entrysubtype", "execute", "ids", "keywords", "label",
    "options", "presort", "related", "relatedoptions", "relatedstring", "relatedtype",
    "shorthand", "shorthandintro", "sortkey", "xdata", "xref",
    # The wiki's own knowledge is about one work.
    "annotation", "source", "cites", "supports", "disputes", "extends", "replicates",
    "corrects", "retracts",
})  # fmt: skip
_TITLES_ABOVE = ("title", "subtitle", "titleaddon")
_NOT_FROM_ABOVE = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})

_BOOK_PARTS = frozenset({
    "inbook", "bookinbook", "suppbook", "incollection", "suppcollection",
    "inreference", "inproceedings", "conference",
})  # fmt: skip
_BOOKS = frozenset({"book", "collection", "reference", "proceedings"})
_MULTIVOLUMES = frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"})


def inherit_fields(
    files: Iterable[BibFile],
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Bring the entries of all files together and complete them.

    Args:
        files: What the reader gave, in the order in which they count.

    Returns:
        Every entry that is a work, in file order. A repeat of a key, also from another
        file, has ``kept`` false and inherits nothing. And what went wrong here: repeats
        across files, missing parents, circles. The files' own diagnostics are left out.
    """
    inheriting = _Inheriting()
    entries = [entry for file in files for entry in inheriting.note(file)]
    completed = tuple(
        inheriting.complete(entry)
        for entry in entries
        if entry.entry_type not in CONTAINER_TYPES | CONTROL_TYPES
    )
    return completed, inheriting.diagnostics


class _Inheriting:
    """All entries by key, and which are complete already."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self._by_key: dict[str, Entry] = {}
        self._by_folded_key: dict[str, str] = {}
        self._fields: dict[str, Mapping[str, str]] = {}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong, each once."""
        return tuple(self._found)

    def note(self, file: BibFile) -> Iterator[Entry]:
        """Register the entries of a file; yield them, repeats marked."""
        for entry in file.entries:
            first = self._by_key.get(entry.key)
            if first is None:
                self._by_key[entry.key] = entry
                self._by_folded_key.setdefault(entry.key.casefold(), entry.key)
                yield entry
                continue
            if entry.kept:
                message = (
                    f'the citation key "{entry.key}" stands already in '
                    f"{first.location}; the first entry counts: "
                    "rename or remove this one"
                )
                self._report(Problem.DUPLICATE_KEY, message, entry.location)
            yield replace(entry, kept=False) if entry.kept else entry

    def complete(self, entry: Entry) -> Entry:
        """Return the entry with what it inherits."""
        fields = entry.fields
        if not entry.kept or not ("crossref" in fields or "xdata" in fields):
            return entry
        return replace(entry, fields=self._fields_of(entry))

    def _fields_of(self, entry: Entry) -> Mapping[str, str]:
        """Complete the entry's fields, ancestors first, without recursion."""
        pending = [entry]
        open_keys = {entry.key}
        while pending:
            current = pending[-1]
            ancestors = self._ancestors(current)
            missing = [
                each
                for each in ancestors
                if each.key not in self._fields and each.key not in open_keys
            ]
            if missing:
                pending.append(missing[0])
                open_keys.add(missing[0].key)
                continue
            pending.pop()
            self._fields[current.key] = self._merge(current, ancestors)
            open_keys.discard(current.key)
        return self._fields[entry.key]

    def _ancestors(self, entry: Entry) -> list[Entry]:
        """Return the entries it names, ``xdata`` first; those that exist."""
        found = (self._find(key) for _, key in _parent_keys(entry))
        return [each for each in found if each is not None and each is not entry]

    def _find(self, key: str) -> Entry | None:
        found = self._by_key.get(key)
        if found is None:  # BibTeX compares these keys without case
            found = self._by_key.get(self._by_folded_key.get(key.casefold(), ""))
        return found

    def _merge(self, entry: Entry, ancestors: list[Entry]) -> Mapping[str, str]:
        fields = dict(entry.fields)
        for name, key in _parent_keys(entry):
            parent = self._find(key)
            if parent is None:
                message = (
                    f'"{entry.key}" has {name} = "{key}", which no entry has as key'
                )
                self._report(Problem.MISSING_CROSSREF, message, entry.location)
            elif parent is entry or (
                parent in ancestors and parent.key not in self._fields
            ):
                message = f'"{entry.key}" inherits from itself through {name} = "{key}"'
                self._report(Problem.MISSING_CROSSREF, message, entry.location)
            elif name == "xdata":
                for inherited, value in self._fields[parent.key].items():
                    if inherited not in ("xdata", "ids"):
                        fields.setdefault(inherited, value)
            else:
                _inherit(fields, entry.entry_type, parent, self._fields[parent.key])
        return fields

    def _report(self, problem: Problem, message: str, location: Location) -> None:
        # An entry is merged again for each that inherits from it.
        self._found.setdefault(Diagnostic(problem, message, location))


def _parent_keys(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the name of the field and the key, for all entries that it names."""
    for key in entry.fields.get("xdata", "").split(","):
        if key.strip():
            yield "xdata", key.strip()
    key = entry.fields.get("crossref", "").strip()
    if key:
        yield "crossref", key


def _inherit(
    fields: dict[str, str], child_type: str, parent: Entry, inherited: Mapping[str, str]
) -> None:
    """Add what a child takes from its ``crossref`` parent."""
    prefix = _title_prefix(child_type, parent.entry_type)
    for name, value in inherited.items():
        if prefix and name in _TITLES_ABOVE:
            fields.setdefault(f"{prefix}{name}", value)
    if child_type in ("inbook", "bookinbook", "suppbook") and "author" in inherited:
        fields.setdefault("bookauthor", inherited["author"])
    for name, value in inherited.items():
        if name in _NEVER_INHERITED or name.startswith("claim"):
            continue
        if prefix and (name in _TITLES_ABOVE or name in _NOT_FROM_ABOVE):
            continue
        fields.setdefault(name, value)


def _title_prefix(child_type: str, parent_type: str) -> str:
    """Return what the parent's titles are called in the child; empty: the same."""
    if parent_type in _MULTIVOLUMES and (
        child_type in _BOOKS or child_type in _BOOK_PARTS
    ):
        return "main"
    if parent_type in _BOOKS and child_type in _BOOK_PARTS:
        return "book"
    if parent_type == "periodical" and child_type in ("article", "suppperiodical"):
        return "journal"
    return ""
