"""What hand-written pages declare: ids and names, and where two pages disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.model.diagnostic import Diagnostic, Problem
from bibwiki.model.notes.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bibwiki.model.notes.note import Note


@dataclass(frozen=True, slots=True)
class Declarations:
    """The pages of one kind and the names that they declare."""

    notes: Mapping[str, Note]
    """Maps an id to its page, in the order of the docnames."""
    by_name: Mapping[str, tuple[str, ...]]
    """Maps a folded name, alias or hidden name to ids. More than one id only for
    people: namesakes who both have a page of that name."""
    former_ids: Mapping[str, str]
    """Maps a former id to the present one."""

    def id_of(self, text: str) -> str | None:
        """Return the id that a page declares for an id, a former id or a name.

        None where no page does, or several people have the name.
        """
        if text in self.notes:
            return text
        if text in self.former_ids:
            return self.former_ids[text]
        folded = fold(text)
        if ids := self.by_name.get(folded):
            return ids[0] if len(ids) == 1 else None
        id_ = folded.replace(" ", "-")
        return id_ if id_ in self.notes else self.former_ids.get(id_)


def declare(
    notes: Sequence[Note], kind: Kind
) -> tuple[Declarations, tuple[Diagnostic, ...]]:
    """Collect what the pages of one kind declare; of two that clash the first counts.

    Pages count in the order of their docnames, whatever the order of reading.
    """
    problems: list[Diagnostic] = []
    by_id: dict[str, Note] = {}
    for note in sorted(notes, key=lambda note: note.docname):
        if note.kind is not kind:
            continue
        if (first := by_id.setdefault(note.id, note)) is not note:
            problems.append(_duplicate_id(note, first))
    former: dict[str, str] = {}
    for note in by_id.values():
        for id_ in note.also_id:
            if id_ not in by_id:
                former.setdefault(id_, note.id)
    names = _names(by_id.values(), problems, namesakes=kind is Kind.PERSON)
    return Declarations(by_id, names, former), tuple(problems)


def _names(
    notes: Iterable[Note], problems: list[Diagnostic], *, namesakes: bool
) -> dict[str, tuple[str, ...]]:
    notes = list(notes)
    names: dict[str, tuple[str, ...]] = {}
    docnames: dict[str, str] = {}
    for note in notes:
        folded = fold(note.name)
        docnames.setdefault(folded, note.docname)
        if folded not in names or namesakes:
            names[folded] = (*names.get(folded, ()), note.id)
        else:
            problems.append(_ambiguous(note, repr(note.name), docnames[folded]))
    for note in notes:
        shown = [(name, repr(name)) for name in note.also]
        # A hidden name is never printed, in messages neither.
        hidden = [(name, "a hidden name") for name in note.hidden_names]
        for name, quoted in shown + hidden:
            folded = fold(name)
            docnames.setdefault(folded, note.docname)
            if note.id not in names.setdefault(folded, (note.id,)):
                problems.append(_ambiguous(note, quoted, docnames[folded]))
    return names


def _duplicate_id(note: Note, first: Note) -> Diagnostic:
    message = (
        f"{note.kind} id {note.id!r} is declared by {first.docname!r} already; "
        f"{note.docname!r} is left out: give it another id"
    )
    return Diagnostic(Problem.DUPLICATE_ID, message, note.location)


def _ambiguous(note: Note, quoted: str, docname: str) -> Diagnostic:
    message = (
        f"{quoted} is declared by {docname!r} already, which counts; "
        f"remove it from one of the two pages"
    )
    return Diagnostic(Problem.AMBIGUOUS_ALIAS, message, note.location)
