"""Reading the configured ``.bib`` files, once, for everybody.

The works read here feed the catalogue, and the same works stand in sphinxcontrib-
bibtex's cache, so that it parses nothing and there is one truth.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.display import status_iterator
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from bibwiki.model.inheritance import inherit_fields
from bibwiki.model.interpret import interpret
from bibwiki.model.reader import read_bibtex
from bibwiki.sphinx_ext.pybtex_entries import WorkBibliography
from bibwiki.sphinx_ext.report import report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.entry import Entry
    from bibwiki.model.work import Work


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Everything the ``.bib`` files say."""

    works: Mapping[str, Work]
    """Maps each citation key to its interpreted entry, in file order."""
    repeats: tuple[Entry, ...]
    """Entries whose key an earlier entry has."""
    keys_by_path: Mapping[Path, tuple[str, ...]]
    """Maps each configured file, absolute, to the keys that it brings."""
    digests: tuple[str, ...]
    """Of the files' bytes, in the order of the configuration."""


def read_bibliography(app: Sphinx) -> Bibliography:
    """Read and interpret every file of ``bibtex_bibfiles``; report what is wrong.

    Diagnostics are reported in every build, also when nothing changed, so that ``-W``
    means the same for a second build as for a first.
    """
    written = [str(name) for name in app.config.bibtex_bibfiles]
    paths = [(Path(app.confdir) / name).resolve() for name in written]
    files = [
        read_bibtex(path, display_path=_display_path(path))
        for path in status_iterator(
            paths, "reading bibliographies... ", length=len(paths), verbosity=1
        )
    ]
    entries, problems = inherit_fields(files)
    for file in files:
        _report_all(file.diagnostics)
    _report_all(problems)
    works: dict[str, Work] = {}
    for entry in entries:
        if entry.kept:
            work, problems = interpret(entry)
            works[entry.key] = work
            _report_all(problems)
    repeats = tuple(entry for entry in entries if not entry.kept)
    keys: dict[str, list[str]] = {file.path: [] for file in files}
    for key, work in works.items():
        keys[work.entry.location.path].append(key)
    keys_by_path = {
        path: tuple(keys[file.path]) for path, file in zip(paths, files, strict=True)
    }
    digests = tuple(_digest(path) for path in paths)
    return Bibliography(works, repeats, keys_by_path, digests)


def _digest(path: Path) -> str:
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def _display_path(path: Path) -> str:
    """Return the path as warnings show it: relative to where the build runs."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _report_all(diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        report(diagnostic)


def preload_citations(app: Sphinx, bibliography: Bibliography) -> None:
    """Put our works into sphinxcontrib-bibtex's cache, before it looks at the files.

    It then finds its cache up to date and parses nothing: its own parser ends the build
    at the first syntax error and drops what follows a repeated key.
    """
    files = {
        path: BibFile(mtime=get_mtime(path), keys=dict.fromkeys(keys))
        for path, keys in bibliography.keys_by_path.items()
    }
    app.env.get_domain("cite").data["bibdata"] = BibData(
        app.config.bibtex_encoding, files, WorkBibliography(bibliography.works)
    )
