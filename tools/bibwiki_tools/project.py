"""Which files a command takes: those named, else those of the current project."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki_tools.output import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BIB_FOLDER = Path("bib")
PAGES_FOLDER = Path("docs")
_PAGE_SUFFIXES = (".md", ".rst")


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """What a command reads."""

    bib_files: tuple[Path, ...]
    """In the order named; those of a folder sorted."""
    pages: tuple[Path, ...]
    """Folders of pages, and single pages."""


def find_files(paths: Sequence[Path]) -> ProjectFiles:
    """Sort what was named into BibTeX files and pages.

    Of a folder, all ``.bib`` files below it count, and all its pages. Files that do not
    exist are kept, so that they are reported.

    Args:
        paths: Files and folders; ``bib/`` and ``docs/`` of the current folder if none.

    Raises:
        CommandError: There is nothing to read.
    """
    if not paths:
        paths = [path for path in (BIB_FOLDER, PAGES_FOLDER) if path.is_dir()]
        if not paths:
            raise CommandError(
                f"here is neither {BIB_FOLDER}/ nor {PAGES_FOLDER}/; name the files"
            )
    bib_files: dict[Path, None] = {}
    pages: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            bib_files |= dict.fromkeys(sorted(_bib_files(path)))
            pages[path] = None
        elif path.suffix in _PAGE_SUFFIXES and path.is_file():
            pages[path] = None
        else:
            bib_files[path] = None
    return ProjectFiles(tuple(bib_files), tuple(pages))


def _bib_files(folder: Path) -> Iterator[Path]:
    """Yield the BibTeX files below a folder; what is built, and hidden folders not."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] not in "._"]
        yield from (Path(parent, name) for name in names if name.endswith(".bib"))
