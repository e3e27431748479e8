"""Reads what hand-written pages declare themselves to be about, without Sphinx.

Only the front matter of MyST pages and the ``wiki:page`` directive of reStructuredText
pages are looked at; the text is not.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.encoding import unify_line_ends
from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.notes.front_matter import read_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.model.notes.note import Note

_PAGE_DIRECTIVE = re.compile(
    r"^\.\. wiki:page::[ \t]*\n((?:[ \t]*\n|[ \t]+.*\n?)*)", re.MULTILINE
)


def read_pages(folder: Path) -> tuple[tuple[Note, ...], tuple[Diagnostic, ...]]:
    """Read the declarations of every page below a folder, sorted by docname.

    Args:
        folder: The folder of the documents: that of ``conf.py``; or a single page.
    """
    notes = []
    diagnostics: list[Diagnostic] = []
    single = folder.is_file()
    paths = [folder] if single else _pages(folder)
    folder = folder.parent if single else folder
    for path in sorted(paths, key=lambda page: page.as_posix()):
        note, problems = _read_page(path, folder)
        diagnostics.extend(problems)
        if note is not None:
            notes.append(note)
    return tuple(notes), tuple(diagnostics)


def _pages(folder: Path) -> Iterator[Path]:
    """Yield the pages; what Sphinx makes itself (``_build``) and hidden folders not."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] not in "._"]
        for name in names:
            if name.endswith((".md", ".rst")):
                yield Path(parent, name)


def _read_page(path: Path, folder: Path) -> tuple[Note | None, tuple[Diagnostic, ...]]:
    shown = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
        text = unify_line_ends(text)
    except OSError as error:
        message = f'cannot open "{shown}": {error.strerror}'
        problem = Problem.UNREADABLE_FILE
        return None, (Diagnostic(problem, message, Location(shown)),)
    docname = path.relative_to(folder).with_suffix("").as_posix()
    if path.suffix == ".md":
        return read_note(text, docname, shown)
    return _read_directive(text, docname, shown)


def _read_directive(
    text: str, docname: str, shown: str
) -> tuple[Note | None, tuple[Diagnostic, ...]]:
    """Read the first ``wiki:page`` directive as if it were front matter."""
    found = _PAGE_DIRECTIVE.search(text)
    if found is None:
        return None, ()
    block = found[1].rstrip("\n")
    note, diagnostics = read_note(f"---\nbibwiki:\n{block}\n---\n", docname, shown)
    # The directive's line stands where ``bibwiki:``, the second line, does.
    below = text.count("\n", 0, found.start()) + 1 - 2
    if note is not None:
        note = replace(note, location=_moved(note.location, below))
    return note, tuple(
        replace(one, location=_moved(one.location, below)) for one in diagnostics
    )


def _moved(location: Location, lines: int) -> Location:
    return replace(location, line=location.line + lines)
