"""Reads BibTeX files and pages into a catalogue: the common start of the commands."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.identity.hidden_names import HiddenNames, hide_in_messages
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import read_bibtex_files
from bibwiki.model.diagnostic import Problem
from bibwiki.model.interpret import interpret
from bibwiki_tools.written_pages import read_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Work


@dataclass(frozen=True, slots=True)
class Collection:
    """A catalogue and everything that is wrong with what it was made of."""

    catalogue: Catalogue
    diagnostics: tuple[Diagnostic, ...]
    """By file in the order given, then pages; within a file by line."""
    works: tuple[Work, ...] = ()
    """One for each kept entry, in file order, before versions were joined; creators
    under their names as written, hidden ones too."""
    hidden: HiddenNames = field(default_factory=HiddenNames)
    """Names that no output may show."""

    @property
    def unreadable(self) -> tuple[Diagnostic, ...]:
        """The files that could not be opened."""
        return tuple(
            one for one in self.diagnostics if one.problem is Problem.UNREADABLE_FILE
        )


def read_collection(
    bib_files: Sequence[Path],
    pages: Path | Sequence[Path] | None = None,
    *,
    topic_min_works: int = 2,
) -> Collection:
    """Read files and assemble the catalogue.

    Args:
        bib_files: Read in this order: of two entries with one key the first counts.
        pages: The folder of hand-written pages, or several, or single pages, if they
            count.
        topic_min_works: As in :func:`~bibwiki.catalogue.assemble.assemble`.
    """
    files = read_bibtex_files((path, path.as_posix()) for path in bib_files)
    entries, inherited = inherit_fields(files)
    diagnostics = [one for file in files for one in file.diagnostics]
    diagnostics.extend(inherited)
    works: list[Work] = []
    for entry in entries:
        if entry.kept:
            work, problems = interpret(entry)
            works.append(work)
            diagnostics.extend(problems)
    notes: list[Note] = []
    for folder in (pages,) if isinstance(pages, Path) else pages or ():
        found, problems = read_pages(folder)
        notes.extend(found)
        diagnostics.extend(problems)
    catalogue, problems = assemble(
        works,
        [entry for entry in entries if not entry.kept],
        notes,
        topic_min_works=topic_min_works,
    )
    diagnostics.extend(problems)
    order = [file.path for file in files]
    hidden = HiddenNames.of_notes(notes)
    ordered = in_file_order(hide_in_messages(diagnostics, hidden), order)
    return Collection(catalogue, ordered, tuple(works), hidden)


def in_file_order(
    diagnostics: Iterable[Diagnostic], paths: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """Sort problems by file, line and column.

    Args:
        diagnostics: In any order.
        paths: The files that come first, in their order; others follow by name.
    """
    position = {path: number for number, path in reversed(list(enumerate(paths)))}
    return tuple(
        sorted(
            diagnostics,
            key=lambda one: (
                position.get(one.location.path, len(paths)),
                one.location.path,
                one.location.line,
                one.location.column,
            ),
        )
    )
