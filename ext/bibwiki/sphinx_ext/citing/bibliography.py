"""Reading the configured ``.bib`` files, once, for everybody.

The works read here feed the catalogue, and the same works stand in sphinxcontrib-
bibtex's cache, so that it parses nothing and there is one truth.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sphinx.util.display import status_iterator
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime

from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import read_bibtex_files
from bibwiki.model.interpret import interpret_all
from bibwiki.sphinx_ext.caches import digest, file_digest, remembered
from bibwiki.sphinx_ext.citing.pybtex_entries import WorkBibliography

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.diagnostic import Diagnostic
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
    paths: Mapping[str, Path]
    """Maps a file's name as pages and entries have it to its absolute path."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the files, each file's own problems first."""


def read_bibliography(app: Sphinx) -> Bibliography:
    """Read and interpret every file of ``bibtex_bibfiles``.

    What was read is kept between builds until a byte of a file changes.
    """
    written = list(dict.fromkeys(map(str, app.config.bibtex_bibfiles)))
    shown = _shown_paths(written)
    paths = [(Path(app.confdir) / name).resolve() for name in written]
    named = dict(zip(shown, paths, strict=True))
    digests = tuple(file_digest(path) for path in paths)
    return remembered(
        Path(app.doctreedir) / "bibwiki-bibliography.pickle",
        digest(named, digests),
        lambda: _read(named, digests, app.verbosity),
    )


def _read(
    paths: Mapping[str, Path], digests: tuple[str, ...], verbosity: int
) -> Bibliography:
    progress = status_iterator(
        paths.items(),
        "reading bibliographies... ",
        length=len(paths),
        verbosity=verbosity,
        stringify_func=lambda item: item[0],
    )
    files = read_bibtex_files((path, shown) for shown, path in progress)
    entries, problems = inherit_fields(files)
    diagnostics = [one for file in files for one in file.diagnostics]
    interpreted, more_problems = interpret_all(entries)
    works = {work.key: work for work in interpreted}
    repeats = tuple(entry for entry in entries if not entry.kept)
    keys: dict[str, list[str]] = {file.path: [] for file in files}
    for key, work in works.items():
        keys[work.entry.location.path].append(key)
    keys_by_path = {path: tuple(keys[shown]) for shown, path in paths.items()}
    found = (*diagnostics, *problems, *more_problems)
    return Bibliography(works, repeats, keys_by_path, digests, paths, found)


def _shown_paths(written: list[str]) -> list[str]:
    """Return the files' names as pages show them: the same wherever the build runs.

    ``../bib/works.bib`` is shown as ``bib/works.bib`` unless that means another file.
    """
    names = [PurePath(name).as_posix() for name in written]
    short = [name.removeprefix("../") for name in names]
    return [s if short.count(s) == 1 else n for n, s in zip(names, short, strict=True)]


def located(diagnostic: Diagnostic, paths: Mapping[str, Path]) -> Diagnostic:
    """Return a diagnostic with the file's absolute path, as Sphinx prints them."""
    location = diagnostic.location
    path = paths.get(location.path)
    if path is None:
        return diagnostic
    return replace(diagnostic, location=replace(location, path=path.as_posix()))


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
