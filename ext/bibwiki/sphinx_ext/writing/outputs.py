"""What a build writes besides documents: pages, redirects, files for machines.

Each output is a name and a way to make its content, so that what is still right need
not be made.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from bibwiki.model.values import value
from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.pages.kinds.curation_page import CURATION
from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.sphinx_ext.writing.redirects import redirects_of
from bibwiki.sphinx_ext.writing.search_records import record_contents, record_paths
from bibwiki.sphinx_ext.writing.site_files import site_files

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.all_pages import CataloguePage
    from bibwiki.pages.context import PageContext
    from bibwiki.sphinx_ext.wiki import Wiki


@value(frozen=True, slots=True)
class Output:
    """One file, or files that are made together."""

    name: str
    """Unique among the outputs of a folder; of one file, its path."""
    make: Callable[[Any], Iterable[bytes]]
    """Makes what the files hold, in their order."""
    of: Any
    """What it is made of: many outputs share a way to make them."""
    given: bytes
    """The digest of what it is made of besides what is read in the catalogue."""
    is_page: bool = True
    """Whether readers would call it a page."""
    files: tuple[str, ...] = ()
    """Their paths, where they are several."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Its files below the output folder, with forward slashes."""
        return self.files or (self.name,)

    def contents(self) -> Iterable[bytes]:
        """Make what the files hold, in their order."""
        return self.make(self.of)


class FilePaths(dict[str, str]):
    """Maps pages to their files, below the output folder, with forward slashes.

    Pages of one folder differ by their names alone, which makes the builder's answer
    about one of them do for all: asking it about each takes long.
    """

    _SAMPLE = "0sample0"

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        super().__init__()
        self._builder = builder
        self._frames: dict[str, tuple[str, str]] = {}

    def of_documents(self) -> set[str]:
        """Return the files of documents, which no catalogue page may take.

        By file, not by name: with dirhtml, works and works/index are one file.
        """
        return {self[name] for name in self._builder.env.found_docs}

    def __missing__(self, pagename: str) -> str:
        folder, slash, name = pagename.rpartition("/")
        if name == "index":  # where each page has a folder, it has that of its parent
            path = path_of(self._builder, pagename)
        else:
            folder += slash
            if folder not in self._frames:
                sample = path_of(self._builder, folder + self._SAMPLE)
                before, _, after = sample.rpartition(self._SAMPLE)
                self._frames[folder] = before, after
            before, after = self._frames[folder]
            path = f"{before}{name}{after}"
        self[pagename] = path
        return path


_NOTHING = fact_digest(())


def _digest(given: object) -> bytes:
    return _NOTHING if given == () else fact_digest(given)


def path_of(builder: StandaloneHTMLBuilder, pagename: str) -> str:
    """Return the file of a page, below the output folder, with forward slashes."""
    path = os.fspath(builder.get_outfilename(pagename))
    below = path.removeprefix(os.fspath(builder.outdir) + os.sep)
    return os.path.normpath(below).replace(os.sep, "/")


def free_pages(
    context: PageContext, taken: Collection[str], files: FilePaths
) -> list[CataloguePage]:
    """Return the catalogue pages whose files no document has taken."""
    return [page for page in catalogue_pages(context) if files[page.name] not in taken]


def all_outputs(
    wiki: Wiki,
    pages: Iterable[CataloguePage],
    taken: Collection[str],
    files: FilePaths,
    make: Callable[[CataloguePage], bytes],
) -> Iterator[Output]:
    """Yield everything that is written besides documents, what takes longest last.

    Args:
        wiki: The wiki of this build.
        pages: The catalogue pages.
        taken: The files of documents.
        files: Where each page is.
        make: Gives the content of a catalogue page.
    """
    names = []
    paths = set(taken)
    one = partial(_one, make)
    longest = []
    for page in pages:
        names.append(page.name)
        path = files[page.name]
        paths.add(path)
        output = Output(path, one, page, _digest(page.given))
        if page.name == CURATION:
            longest.append(output)
        else:
            yield output
    redirect = partial(_redirect, wiki)
    for name, goal in redirects_of(wiki, paths, files).items():
        yield Output(files[name], redirect, goal, _digest(goal))
    for file in site_files(wiki, names):
        given = _digest(file.given)
        yield Output(file.path, _text, file.text, given, is_page=False)
    if records := record_paths(wiki):
        given = _digest(records)
        yield Output(
            "search records", record_contents, wiki, given, is_page=False, files=records
        )
    yield from longest


def _one(
    make: Callable[[CataloguePage], bytes], page: CataloguePage
) -> Iterable[bytes]:
    return (make(page),)


def _redirect(wiki: Wiki, goal: str) -> Iterable[bytes]:
    return (wiki.renderer.redirect(goal).encode("utf-8", "surrogateescape"),)


def _text(text: Callable[[], str]) -> Iterable[bytes]:
    # Half of a surrogate pair, from a byte that is no UTF-8, becomes "?".
    return (text().encode("utf-8", "replace"),)
