"""What a build writes besides documents: pages, redirects, files for machines.

Each output is a name and a way to make its content, so that what is still right need
not be made.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.sphinx_ext.writing.redirects import redirects_of
from bibwiki.sphinx_ext.writing.search_records import record_contents, record_paths
from bibwiki.sphinx_ext.writing.site_files import site_files

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.all_pages import CataloguePage
    from bibwiki.sphinx_ext.wiki import Wiki


@dataclass(frozen=True, slots=True)
class Output:
    """One file, or files that are made together."""

    name: str
    """Unique among the outputs of a folder."""
    paths: tuple[str, ...]
    """Below the output folder, with forward slashes."""
    contents: Callable[[], Iterable[bytes]]
    """Makes what the files hold, in their order."""
    given: object = ()
    """What the content is made of besides what is read in the catalogue."""
    is_page: bool = True
    """Whether readers would call it a page."""


def path_of(builder: StandaloneHTMLBuilder, pagename: str) -> str:
    """Return the file of a page, below the output folder, with forward slashes."""
    path = os.fspath(builder.get_outfilename(pagename))
    below = path.removeprefix(os.fspath(builder.outdir) + os.sep)
    return os.path.normpath(below).replace(os.sep, "/")


def free_pages(wiki: Wiki, taken: Collection[str]) -> list[CataloguePage]:
    """Return the catalogue pages whose files no document has taken."""
    place = partial(path_of, wiki.builder)  # type: ignore[arg-type] # it has such pages
    return [p for p in catalogue_pages(wiki.context) if place(p.name) not in taken]


def all_outputs(
    wiki: Wiki,
    pages: Iterable[CataloguePage],
    taken: Collection[str],
    make: Callable[[CataloguePage], bytes],
) -> Iterator[Output]:
    """Yield everything that is written besides documents.

    Args:
        wiki: The wiki of this build.
        pages: The catalogue pages.
        taken: The files of documents.
        make: Gives the content of a catalogue page.
    """
    place = partial(path_of, wiki.builder)  # type: ignore[arg-type] # it has such pages
    names = []
    paths = set(taken)
    for page in pages:
        names.append(page.name)
        path = place(page.name)
        paths.add(path)
        yield Output(path, (path,), partial(_one, make, page), page.given)
    for name, goal in redirects_of(wiki, paths, place).items():
        path = place(name)
        yield Output(path, (path,), partial(_redirect, wiki, goal), goal)
    for file in site_files(wiki, names):
        content = partial(_text, file.text)
        yield Output(file.path, (file.path,), content, file.given, is_page=False)
    if records := record_paths(wiki):
        contents = partial(record_contents, wiki)
        yield Output("search records", records, contents, records, is_page=False)


def _one(
    make: Callable[[CataloguePage], bytes], page: CataloguePage
) -> Iterable[bytes]:
    return (make(page),)


def _redirect(wiki: Wiki, goal: str) -> Iterable[bytes]:
    return (wiki.renderer.redirect(goal).encode("utf-8", "surrogateescape"),)


def _text(text: Callable[[], str]) -> Iterable[bytes]:
    # Half of a surrogate pair, from a byte that is no UTF-8, becomes "?".
    return (text().encode("utf-8", "replace"),)
