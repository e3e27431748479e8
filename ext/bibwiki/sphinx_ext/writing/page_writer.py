"""Writing the catalogue pages: every thing without a document, and the indexes.

Runs in ``html-collect-pages``, in every build. A page is written only when its content
differs from the file that is there, so nothing else that looks at files is disturbed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from sphinx.util.display import status_iterator

from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.pages.kinds.not_found_page import NOT_FOUND
from bibwiki.sphinx_ext.caches import digest
from bibwiki.sphinx_ext.report import say
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.frames import (
    FrameShop,
    index_trail,
    page_context,
    with_absolute_addresses,
)
from bibwiki.sphinx_ext.writing.full_text import write_full_text
from bibwiki.sphinx_ext.writing.heads import heads_of
from bibwiki.sphinx_ext.writing.manifest import Manifest
from bibwiki.sphinx_ext.writing.pagefind import pagefind_version
from bibwiki.sphinx_ext.writing.redirects import redirects_of
from bibwiki.sphinx_ext.writing.search_index import feed_search, keep_indexes
from bibwiki.sphinx_ext.writing.search_records import record_paths, write_records
from bibwiki.sphinx_ext.writing.site_files import site_files, write_site_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.all_pages import CataloguePage
    from bibwiki.pages.blocks import PageView
    from bibwiki.sphinx_ext.wiki import Wiki


def collect_pages(app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Write the catalogue pages; the handler of ``html-collect-pages``.

    Yields a page only with ``bibwiki_page_hooks``: then the builder renders it.
    """
    wiki = wiki_domain(app.env).wiki
    if not wiki.has_catalogue_pages:
        return
    writer = PageWriter(wiki, app.verbosity)
    if not writer.is_up_to_date():
        yield from writer.run()


class PageWriter:
    """Writes all catalogue pages of one build."""

    def __init__(self, wiki: Wiki, verbosity: int) -> None:
        self._wiki = wiki
        self._verbosity = verbosity
        self._builder = cast("StandaloneHTMLBuilder", wiki.builder)
        self._outdir = Path(self._builder.outdir)
        self._renderer = wiki.renderer
        self._frames = FrameShop(self._builder)
        self._written = 0

    def is_up_to_date(self) -> bool:
        """Tell whether the output shows all this already: then no page is made.

        Nor does Sphinx write its indexes again if it writes no document either.
        """
        wiki = self._wiki
        if wiki.config.page_hooks:
            return False  # other extensions see every page of every build
        wiki.seen = wiki.digest_of_output(self._frames.sample())
        manifest = Manifest.load(self._builder)
        if (
            wiki.written
            or wiki.seen != wiki.past.seen
            or not manifest.has_all_files(self._outdir)
            or not keep_indexes(self._builder)
        ):
            return False
        self._summarise(len(manifest.files))
        return True

    def run(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Write what differs, delete what vanished, and say how much that was."""
        # By file, not by name: with dirhtml, works and works/index are one file.
        taken = {self._path(name) for name in self._builder.env.found_docs}
        pages = [
            page
            for page in catalogue_pages(self._wiki.context)
            if self._path(page.name) not in taken
        ]
        pagenames = [page.name for page in pages]
        files_taken = {*taken, *map(self._path, pagenames)}
        redirects = redirects_of(self._wiki, files_taken, self._path)
        names = [*pagenames, *redirects]
        files = site_files(self._wiki, pagenames)
        manifest = Manifest.load(self._builder)
        state = self._state(names)
        up_to_date = state and manifest.state == state
        if not up_to_date or not manifest.has_all_files(self._outdir):
            manifest.state = ""
            paths = [*map(self._path, names), *record_paths(self._wiki)]
            paths += [file.path for file in files]
            manifest.claim(paths, self._outdir, taken)
            for page in self._progress(pages):
                yield from self._page(page.view())
            for name, goal in redirects.items():
                self._write(name, self._renderer.redirect(goal))
            write_records(self._wiki)
            write_full_text(self._wiki)
            write_site_files(self._wiki, files)
            manifest.state = state
            manifest.save()
        feed_search(self._builder, self._wiki.context, self._wiki.config.search_pages)
        self._summarise(len(names))

    def _state(self, names: list[str]) -> str:
        """Return a digest of everything that catalogue pages depend on.

        Pages depend on each other in many ways, but on nothing besides this: when it
        is what it was, no page needs to be made to know that it is up to date.
        """
        if self._wiki.config.page_hooks:
            return ""  # other extensions see every page of every build
        env = self._builder.env
        domain = wiki_domain(env)
        return digest(
            self._frames.sample(),
            heads_of(self._wiki).site_digest,
            self._wiki.config,
            self._wiki.bibliography.digests,
            sorted(domain.notes.items()),
            sorted(domain.mentions.items()),
            sorted(domain.texts.items()),
            sorted(domain.definitions.items()),
            pagefind_version(),
            names,
        )

    def _progress(self, pages: list[CataloguePage]) -> Iterator[CataloguePage]:
        return status_iterator(
            pages,
            "writing catalogue pages... ",
            length=len(pages),
            verbosity=self._verbosity,
            stringify_func=lambda page: page.name,
        )

    def _summarise(self, pages: int) -> None:
        conclusions = self._wiki.conclusions
        say(
            "bibwiki: %d works, %d people; catalogue pages: %d written, %d unchanged",
            conclusions.works if conclusions else 0,
            conclusions.people if conclusions else 0,
            self._written,
            pages - self._written,
        )

    def _page(self, view: PageView) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Write one page, or hand it to the builder."""
        linker = self._wiki.linker(view.pagename)
        body = self._renderer.page(view, linker)
        meta = self._renderer.meta(view) + heads_of(self._wiki).catalogue_page(view)
        if self._wiki.config.page_hooks:
            sections = [(s.id, s.title) for s in view.sections]
            context = page_context(view.title, body, sections, meta)
            context["bibwiki_parents"] = index_trail(view)
            self._written += 1
            yield view.pagename, context, "page.html"
            return
        html = self._frames.frame(view).fill(view, body, meta)
        if view.pagename == NOT_FOUND and self._builder.config.html_baseurl:
            base = urlsplit(self._builder.config.html_baseurl).path
            html = with_absolute_addresses(html, f"{base.rstrip('/')}/")
        self._write(view.pagename, html)

    def _path(self, pagename: str) -> str:
        """Return the file of a page, below the output folder, with forward slashes."""
        path = os.fspath(self._builder.get_outfilename(pagename))
        return os.path.relpath(path, self._outdir).replace(os.sep, "/")

    def _write(self, pagename: str, html: str) -> None:
        """Write a file unless it holds just this already."""
        path = Path(self._builder.get_outfilename(pagename))
        content = html.encode("utf-8", "surrogateescape")
        try:
            if path.read_bytes() == content:
                return
        except OSError:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self._written += 1
