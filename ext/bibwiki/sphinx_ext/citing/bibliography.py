"""Reading the configured ``.bib`` files, once, for everybody.

The works read here feed the catalogue, and the same works stand in sphinxcontrib-
bibtex's cache, so that it parses nothing and there is one truth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sphinx.util.display import status_iterator
from sphinxcontrib.bibtex.bibfile import BibData, BibFile, get_mtime
from typing_extensions import override

from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.garbage import keep_all
from bibwiki.model.portions import interpret_rest
from bibwiki.sphinx_ext.caches import file_digest
from bibwiki.sphinx_ext.citing.portion_store import PortionStore
from bibwiki.sphinx_ext.citing.pybtex_entries import WorkBibliography

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.model.work import Work


@dataclass(frozen=True, slots=True)
class BibliographyContent:
    """Everything the ``.bib`` files say."""

    works: Mapping[str, Work]
    """Maps each citation key to its interpreted entry, in file order."""
    repeats: tuple[Entry, ...]
    """Entries whose key an earlier entry has."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the files, each file's own problems first."""


class Bibliography:
    """The configured ``.bib`` files; read when something asks for what they say."""

    def __init__(self, app: Sphinx, paths: Mapping[str, Path]) -> None:
        self.paths = paths
        """Maps a file's name as pages and entries have it to its absolute path."""
        self.digests = tuple(file_digest(path) for path in paths.values())
        """Of the files' bytes, in the order of the configuration."""
        self._store = PortionStore(Path(app.doctreedir) / "bibwiki-bib", app.parallel)
        self._verbosity = app.verbosity

    @cached_property
    def content(self) -> BibliographyContent:
        """What the files say; what did not change is known from earlier builds."""
        return _read(self.paths, self._store, self._verbosity)

    @property
    def works(self) -> Mapping[str, Work]:
        """Maps each citation key to its interpreted entry, in file order."""
        return self.content.works

    @cached_property
    def keys_by_file(self) -> Mapping[str, list[str]]:
        """Maps each file's name to the keys that it brings, in its order."""
        keys: dict[str, list[str]] = {name: [] for name in self.paths}
        for key, work in self.works.items():
            keys[work.entry.location.path].append(key)
        return keys


def read_bibliography(app: Sphinx) -> Bibliography:
    """Return the files of ``bibtex_bibfiles``, to be read when needed."""
    written = list(dict.fromkeys(map(str, app.config.bibtex_bibfiles)))
    shown = _shown_paths(written)
    paths = [(Path(app.confdir) / name).resolve() for name in written]
    named = dict(zip(shown, paths, strict=True))
    return Bibliography(app, named)


def _read(
    paths: Mapping[str, Path], store: PortionStore, verbosity: int
) -> BibliographyContent:
    progress = status_iterator(
        paths.items(),
        "reading bibliographies... ",
        length=len(paths),
        verbosity=verbosity,
        stringify_func=lambda item: item[0],
    )
    portions = store.read((path, shown) for shown, path in progress)
    keep_all()
    files = [portion.file for portion in portions]
    entries, problems = inherit_fields(files)
    diagnostics = [one for file in files for one in file.diagnostics]
    interpreted, more_problems = interpret_rest(entries, portions)
    works = {work.key: work for work in interpreted}
    repeats = tuple(entry for entry in entries if not entry.kept)
    found = (*diagnostics, *problems, *more_problems)
    return BibliographyContent(works, repeats, found)


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


class _Keys(dict[str, None]):
    """The keys of one file, looked up when asked for, and pickled as none."""

    def __init__(
        self, bibliography: Bibliography | None = None, name: str = ""
    ) -> None:
        super().__init__()
        self._bibliography = bibliography
        self._name = name

    @override
    def __iter__(self) -> Iterator[str]:
        if self._bibliography is None:
            return iter(())
        return iter(self._bibliography.keys_by_file[self._name])

    @override
    def __reduce__(self) -> tuple[type[_Keys], tuple[()]]:
        return (_Keys, ())


def preload_citations(app: Sphinx, bibliography: Bibliography) -> None:
    """Put our works into sphinxcontrib-bibtex's cache, before it looks at the files.

    It then finds its cache up to date and parses nothing: its own parser ends the build
    at the first syntax error and drops what follows a repeated key.
    """
    files = {
        path: BibFile(mtime=get_mtime(path), keys=_Keys(bibliography, name))
        for name, path in bibliography.paths.items()
    }
    app.env.get_domain("cite").data["bibdata"] = BibData(
        app.config.bibtex_encoding,
        files,
        WorkBibliography(LazyWorks(bibliography)),
    )


class LazyWorks(Mapping[str, "Work"]):
    """The works of a bibliography; the first look-up reads them."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._bibliography = bibliography

    @override
    def __getitem__(self, key: str) -> Work:
        return self._bibliography.works[key]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._bibliography.works)

    @override
    def __len__(self) -> int:
        return len(self._bibliography.works)
