"""Reading ``.bib`` files: entries and diagnostics, whatever the file holds.

Nothing here raises for bad input. Damage becomes a diagnostic, all other entries
survive, and time and memory grow with the size of the file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bibwiki.model.bibtex.encoding import decode_bytes, unify_line_ends
from bibwiki.model.bibtex.entries import Reading
from bibwiki.model.bibtex.entry import BibFile
from bibwiki.model.diagnostic import Diagnostic, Location, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def read_bibtex(
    path: Path,
    display_path: str | None = None,
    *,
    macros: Mapping[str, str] | None = None,
) -> BibFile:
    """Read one file.

    Args:
        path: Where the file is.
        display_path: What diagnostics and entries call it; ``path`` if None.
        macros: Macros of files read before it, as in ``BibFile.macros``.

    Returns:
        Its entries and what is wrong. A file that cannot be opened has no entries and
        one diagnostic.
    """
    name = display_path if display_path is not None else path.as_posix()
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        reason = getattr(error, "strerror", None) or str(error)
        message = f'cannot open "{name}": {reason}; correct the path'
        problem = Diagnostic(Problem.UNREADABLE_FILE, message, Location(name))
        return BibFile(name, (), (problem,))
    text, diagnostics = decode_bytes(content, name)
    file = parse_bibtex(text, name, macros=macros)
    return replace(file, diagnostics=(*diagnostics, *file.diagnostics))


def read_bibtex_files(
    paths: Iterable[tuple[Path, str | None]],
) -> tuple[BibFile, ...]:
    """Read several files in order; each sees the macros of those before it.

    Args:
        paths: Where each file is, and what diagnostics call it.
    """
    macros: Mapping[str, str] = {}
    files: list[BibFile] = []
    for path, display_path in paths:
        file = read_bibtex(path, display_path, macros=macros)
        files.append(file)
        macros = {**macros, **file.macros}
    return tuple(files)


def parse_bibtex(
    text: str,
    path: str,
    *,
    macros: Mapping[str, str] | None = None,
    above: int = 0,
) -> BibFile:
    """Read entries out of text; see :func:`read_bibtex`.

    Args:
        text: What a file holds.
        path: What diagnostics and entries call it.
        macros: Macros that are known beforehand: name in lower case, text.
        above: How many lines of the file stand above the text.
    """
    text = unify_line_ends(text.removeprefix("\ufeff"))
    return Reading(text, path, macros or {}, above).read()
