"""What a build writes besides documents: pages, redirects, files for machines.

Each output is a name and a way to make its content, so that what is still right need
not be made.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from bibwiki.model.values import value
from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.pages.kinds.curation_page import CURATION
from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.sphinx_ext.writing.redirects import redirects_of
from bibwiki.sphinx_ext.writing.search_records import search_records
from bibwiki.sphinx_ext.writing.site_files import site_files
from bibwiki.sphinx_ext.writing.spliced import spliced

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from bibwiki.pages.all_pages import CataloguePage
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.page_view import PageView
    from bibwiki.pages.site.site_file import SiteFile
    from bibwiki.sphinx_ext.wiki import Wiki
    from bibwiki.sphinx_ext.writing.page_paths import FilePaths


@value(frozen=True, slots=True)
class Output:
    """One file."""

    name: str
    """Its path below the output folder, with forward slashes."""
    make: Callable[[Any], bytes]
    """Makes what it holds."""
    of: Any
    """What it is made of: many outputs share a way to make them."""
    given: bytes
    """The digest of what it is made of besides what is read in the catalogue."""
    is_page: bool = True
    """Whether readers would call it a page."""

    def content(self) -> bytes:
        """Make what the file holds."""
        return self.make(self.of)


_NOTHING = fact_digest(())


def _digest(given: object) -> bytes:
    return _NOTHING if given == () else fact_digest(given)


def free_pages(
    context: PageContext, taken: Collection[str], files: FilePaths
) -> Iterator[tuple[str, CataloguePage]]:
    """Yield the catalogue pages whose files no document has taken, with their files."""
    for page in catalogue_pages(context):
        path = files[page.name]
        if path not in taken:
            yield path, page


def all_outputs(
    wiki: Wiki,
    taken: Collection[str],
    files: FilePaths,
    content: Callable[[PageView], bytes],
) -> Iterator[Output]:
    """Yield everything that is written besides documents, what takes longest last.

    Args:
        wiki: The wiki of this build.
        taken: The files of documents.
        files: Where each page is.
        content: Gives the whole file of a catalogue page.
    """
    names = []
    paths = set(taken)
    makers: dict[Callable[[Any], PageView], Callable[[Any], bytes]] = {}
    longest = []
    for path, page in free_pages(wiki.context, taken, files):
        names.append(page.name)
        paths.add(path)
        make = makers.get(page.make)
        if make is None:
            make = makers[page.make] = partial(_page, content, page.make)
        output = Output(path, make, page.of, _digest(page.given))
        if page.name == CURATION:
            longest.append(output)
        else:
            yield output
    redirect = partial(_redirect, wiki)
    for name, goal in redirects_of(wiki, paths, files).items():
        yield Output(files[name], redirect, goal, _digest(goal))
    for file in (*site_files(wiki, names), *search_records(wiki)):
        given = _digest(file.given)
        make = _text if file.pieces is None else partial(_spliced, wiki)
        yield Output(file.path, make, file, given, is_page=False)
    yield from longest


def _page(
    content: Callable[[PageView], bytes], make: Callable[[Any], PageView], of: object
) -> bytes:
    return content(make(of))


def _redirect(wiki: Wiki, goal: str) -> bytes:
    return wiki.renderer.redirect(goal).encode("utf-8", "surrogateescape")


def _text(file: SiteFile) -> bytes:
    # Half of a surrogate pair, from a byte that is no UTF-8, becomes "?".
    return file.text().encode("utf-8", "replace")


def _spliced(wiki: Wiki, file: SiteFile) -> bytes:
    pieces = file.pieces() if file.pieces is not None else ()
    return spliced(wiki, file.path, pieces)
