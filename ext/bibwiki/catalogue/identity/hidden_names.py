"""Names that a person's page declares and wants hidden: matched, never shown.

Everything that is shown or exported passes through here: creators, the name fields of
entries, and messages. In place of a hidden name stands the page's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold, name_key
from bibwiki.catalogue.identity.declarations import declare
from bibwiki.catalogue.identity.display_names import split_display_name
from bibwiki.model.names.name_list import split_name_list
from bibwiki.model.names.parse import parse_name
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibwiki.catalogue.identity.declarations import Declarations
    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.names.name import Name
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Contribution, Work

_NAME_FIELDS = (
    "author", "editor", "translator", "advisor", "supervisor", "bookauthor", "editora",
    "editorb", "editorc", "annotator", "commentator", "introduction", "foreword",
    "afterword", "holder", "origauthor", "shortauthor", "shorteditor", "sortname",
)  # fmt: skip
"""BibTeX's and biblatex's fields that hold names (biblatex manual, 2.2.2)."""
_BREAKS_A_NAME = re.compile(r"[{},\\]|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HiddenNames:
    """The hidden names of all people; false where there are none."""

    ids: Mapping[str, str] = field(default_factory=dict)
    """Maps a folded hidden name to the one person who has it."""
    by_person: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Maps a person's id, or a former one, to the person's folded hidden names."""
    shown: Mapping[str, Name] = field(default_factory=dict)
    """Maps the same ids to the name that is shown instead."""
    texts: tuple[tuple[re.Pattern[str], str], ...] = ()
    """How each hidden name is found in messages, and what they say instead."""
    written: tuple[str, ...] = ()
    """The hidden names as the pages write them, sorted."""

    @classmethod
    def of(cls, declared: Declarations) -> HiddenNames:
        """Collect them from the people's pages."""
        notes = [note for note in declared.notes.values() if note.hidden_names]
        if not notes:
            return cls()
        ids: dict[str, str] = {}
        by_person: dict[str, frozenset[str]] = {}
        for note in notes:
            folded = frozenset(map(fold, note.hidden_names))
            by_person[note.id] = folded
            for one in folded:
                if declared.by_name.get(one) == (note.id,):
                    ids[one] = note.id
        shown = {note.id: split_display_name(note.name) for note in notes}
        for former, id_ in declared.former_ids.items():
            if id_ in by_person:
                by_person[former], shown[former] = by_person[id_], shown[id_]
        written = {name for note in notes for name in note.hidden_names}
        return cls(ids, by_person, shown, _texts(notes), tuple(sorted(written)))

    @classmethod
    def of_notes(cls, notes: Sequence[Note]) -> HiddenNames:
        """Collect them from pages of any kind."""
        if not any(note.hidden_names for note in notes):
            return cls()
        return cls.of(declare(notes, Kind.PERSON)[0])

    def __bool__(self) -> bool:
        """Whether any name is hidden at all."""
        return bool(self.by_person)

    def replacement(self, name: Name, declared_person: str | None) -> Name | None:
        """Return what is shown in place of a creator's name; None if it may be shown.

        Args:
            name: The name as written.
            declared_person: The id that the entry gives, which decides between
                namesakes.
        """
        if not self:
            return None
        key = name_key(name)
        if declared_person is not None:
            is_hidden = key in self.by_person.get(declared_person, ())
            return self.shown[declared_person] if is_hidden else None
        id_ = self.ids.get(key)
        return None if id_ is None else self.shown[id_]

    def without(self, contribution: Contribution) -> Contribution:
        """Return a contribution whose name may be shown."""
        shown = self.replacement(contribution.name, contribution.declared_person)
        return contribution if shown is None else replace(contribution, name=shown)

    def work_without(self, work: Work) -> Work:
        """Return a work whose creators, and whose entry's, may be shown."""
        if not self:
            return work
        entry = self.entry_without(work.entry, work)
        contributions = tuple(map(self.without, work.contributions))
        if entry is work.entry and contributions == work.contributions:
            return work
        return replace(work, entry=entry, contributions=contributions)

    def entry_without(self, entry: Entry, work: Work) -> Entry:
        """Return an entry whose name fields may be shown.

        Args:
            entry: An entry of the work, perhaps another version or a repeat.
            work: Tells whose name it is, where its entry declares that.
        """
        if not self:
            return entry
        declared = {
            name_key(one.name): one.declared_person
            for one in work.contributions
            if one.declared_person is not None
        }
        changed = {
            name: text
            for name in _NAME_FIELDS
            if name in entry.fields
            and (text := self._field_without(entry.fields[name], declared)) is not None
        }
        if not changed:
            return entry
        return replace(entry, fields={**entry.fields, **changed}, raw="")

    def _field_without(
        self, text: str, declared: Mapping[str, str | None]
    ) -> str | None:
        """Return a name field with other names; None where none is hidden."""
        names = split_name_list(text)
        found = False
        written: list[str] = []
        for raw in names.names:
            name, _ = parse_name(raw)
            shown = self.replacement(name, declared.get(name_key(name)))
            found = found or shown is not None
            written.append(raw if shown is None else _as_bibtex(shown))
        if not found:
            return None
        return " and ".join([*written, "others"] if names.others else written)

    def stands_in(self, text: str) -> bool:
        """Tell whether a hidden name stands in a text, in any of its orders."""
        return any(pattern.search(text) for pattern, _ in self.texts)

    def message_without(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a problem whose message may be shown."""
        message = diagnostic.message
        for pattern, text in self.texts:
            message = pattern.sub(text, message)
        if message == diagnostic.message:
            return diagnostic
        return replace(diagnostic, message=message)


def hide_in_messages(
    diagnostics: Iterable[Diagnostic], hidden: HiddenNames
) -> tuple[Diagnostic, ...]:
    """Return problems whose messages name nobody by a hidden name."""
    if not hidden:
        return tuple(diagnostics)
    return tuple(map(hidden.message_without, diagnostics))


def _as_bibtex(name: Name) -> str:
    """Return a name as BibTeX reads it again."""
    parts = (name.particle, name.family, name.suffix, name.given, name.literal or "")
    if name.literal is None and not any(map(_BREAKS_A_NAME.search, parts)):
        return name.inverted if name.given else f"{{{name.display}}}"
    return "{" + re.sub(r"[{}\\]", "", name.display) + "}"


def _texts(notes: Iterable[Note]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return each hidden name in its orders, the longest first."""
    found: dict[str, str] = {}
    for note in notes:
        for written in note.hidden_names:
            name = split_display_name(written)
            for text in (written, name.display, name.inverted):
                found.setdefault(" ".join(text.split()), note.name)
    return tuple(
        (_pattern(text), f"a hidden name of {found[text]}")
        for text in sorted(found, key=lambda text: (-len(text), text))
        if text
    )


def _pattern(text: str) -> re.Pattern[str]:
    words = r"[\s~]+".join(map(re.escape, text.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
