"""Writing the catalogue pages: every thing without a document, and the indexes.

Runs in ``html-collect-pages``, in every build. Under ``-j``, other processes begin with
an output folder's first pages while documents are written: until then, this one has
little that could be shared. Pages and files whose reading lists name
nothing that has changed since the last build are neither made nor touched; of the
others, those are written that differ from the file that is there.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from bibwiki.model.garbage import keep_all
from bibwiki.pages.site.search_text import search_texts
from bibwiki.sphinx_ext.report import report, say
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.wiki import PAGE_BUILDERS
from bibwiki.sphinx_ext.writing.frames import index_trail, page_context
from bibwiki.sphinx_ext.writing.full_text import has_full_text
from bibwiki.sphinx_ext.writing.indexing import Indexing
from bibwiki.sphinx_ext.writing.manifest import Manifest
from bibwiki.sphinx_ext.writing.output_maker import missing_files
from bibwiki.sphinx_ext.writing.outputs import free_pages
from bibwiki.sphinx_ext.writing.page_maker import PageMaker
from bibwiki.sphinx_ext.writing.page_paths import FilePaths
from bibwiki.sphinx_ext.writing.renewal import Renewal
from bibwiki.sphinx_ext.writing.search_index import (
    dump_no_objects,
    feed_search,
    keep_indexes,
    keep_inventory,
)
from bibwiki.sphinx_ext.writing.states import digest_of_frame, digest_of_pages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.search_text import SearchText
    from bibwiki.sphinx_ext.wiki import Wiki
    from bibwiki.sphinx_ext.writing.renewal import Begun


def collect_pages(app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Write the catalogue pages; the handler of ``html-collect-pages``.

    Yields a page only with ``bibwiki_page_hooks``: then the builder renders it.
    """
    wiki = wiki_domain(app.env).wiki
    if not wiki.has_catalogue_pages:
        return
    writer = wiki.page_writer or PageWriter(app, wiki)
    if writer.has_begun or not writer.is_up_to_date():
        yield from writer.run()


def begin_pages(app: Sphinx, _doctree: nodes.document, docname: str) -> None:
    """Let other processes begin, if that pays off; handler of ``doctree-resolved``.

    The builder can render frames once it has written a document, and has every
    template then, so that no other process needs to load it. After an edit, there may
    be nothing to begin with.
    """
    wiki = wiki_domain(app.env).wiki
    if (
        app.parallel > 1
        and wiki.page_writer is None
        and wiki.builder.name in PAGE_BUILDERS
        and wiki.is_assembled
        and wiki.past.is_empty
        and not wiki.config.page_hooks
        and wiki.written - {docname}
    ):
        wiki.page_writer = PageWriter(app, wiki)
        wiki.page_writer.begin()


def end_pages(app: Sphinx, exception: Exception | None) -> None:
    """Let nothing go on when a build has failed; handler of ``build-finished``."""
    writer = wiki_domain(app.env).wiki.page_writer
    if exception is not None and writer is not None:
        writer.end()


class PageWriter:
    """Writes all catalogue pages of one build."""

    def __init__(self, app: Sphinx, wiki: Wiki) -> None:
        self._wiki = wiki
        self._processes = app.parallel
        self._builder = cast("StandaloneHTMLBuilder", wiki.builder)
        self._outdir = Path(self._builder.outdir)
        self._maker = PageMaker(wiki)
        self._files = FilePaths(self._builder)
        self._renewal = Renewal(app, wiki, self._maker, self._files)
        self._begun: tuple[Begun, PageContext] | None = None
        self._written = 0
        self._started = monotonic()

    def is_up_to_date(self) -> bool:
        """Tell whether the output shows all this already: then no page is made.

        Nor does Sphinx write its indexes again if it writes no document either.
        """
        wiki = self._wiki
        if wiki.config.page_hooks:
            return False  # other extensions see every page of every build
        if wiki.indexing is not None and wiki.indexing.has_begun:
            return False
        wiki.seen = wiki.digest_of_output(self._maker.sample_frame())
        manifest = Manifest.load(self._builder)
        if (
            wiki.written
            or wiki.seen != wiki.past.seen
            or not self._has_all(manifest.files)
            or not keep_indexes(self._builder)
        ):
            return False
        self._summarise(manifest.pages)
        return True

    def _has_all(self, files: Collection[str]) -> bool:
        return not missing_files(self._outdir, files)

    @property
    def has_begun(self) -> bool:
        """Whether other processes may be at it."""
        return self._begun is not None

    def begin(self) -> None:
        """Let other processes make pages while this one does something else."""
        keep_all()
        manifest = Manifest.load(self._builder)
        frame = digest_of_frame(self._wiki, self._maker.sample_frame())
        with self._wiki.noting_reads() as noted:
            self._begun = self._renewal.begin(manifest, frame), noted

    def end(self) -> None:
        """End other processes: the build failed."""
        if self._begun is not None:
            self._begun[0].shared.end()

    def run(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Write what differs, delete what vanished, and say how much that was."""
        wiki = self._wiki
        if wiki.config.page_hooks:
            yield from self._hooked_pages()
        indexing = wiki.indexing or Indexing(wiki)
        wiki.indexing = indexing
        indexing.begin(self._processes)
        manifest = self._renew()
        problem = indexing.finish(manifest)
        if problem is not None:
            report(problem)
        feed_search(self._builder, self._search_texts())
        dump_no_objects(self._builder)
        if indexing.has_inventory:
            keep_inventory(self._builder)
        manifest.save()
        self._summarise(manifest.pages)

    def _renew(self) -> Manifest:
        """Write pages and files; return the manifest, which is to be saved."""
        if self._begun is None:
            manifest = Manifest.load(self._builder)
            frame = digest_of_frame(self._wiki, self._maker.sample_frame())
            state = digest_of_pages(self._wiki, frame)
            if manifest.state == state and self._has_all(manifest.files):
                return manifest
            keep_all()
            with self._wiki.noting_reads():
                begun = self._renewal.begin(manifest, frame)
                self._written += self._renewal.finish(begun, state)
            return manifest
        begun, noted = self._begun
        state = digest_of_pages(self._wiki, begun.frame)
        with self._wiki.noting_reads(noted):
            self._written += self._renewal.finish(begun, state)
        return begun.manifest

    def _summarise(self, pages: int) -> None:
        conclusions = self._wiki.conclusions
        say(
            "bibwiki: %d works, %d people; catalogue pages: %d written, %d unchanged; "
            "%.1f seconds",
            conclusions.works if conclusions else 0,
            conclusions.people if conclusions else 0,
            self._written,
            max(0, pages - self._written),
            monotonic() - self._started,
        )

    def _search_texts(self) -> Iterable[SearchText]:
        """Return what Sphinx's own index is to hold of catalogue pages.

        Nothing in our theme, whose readers search our own index.
        """
        most = self._wiki.config.search_pages
        if has_full_text(self._wiki) or most == 0:
            return ()
        documents = self._builder.env.found_docs  # which Sphinx has indexed itself
        found = search_texts(self._wiki.context)
        return islice((one for one in found if one.pagename not in documents), most)

    def _hooked_pages(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Hand every page to the builder: other extensions see all of every build."""
        for _, page in free_pages(
            self._wiki.context, self._files.of_documents(), self._files
        ):
            view = page.view()
            body, meta = self._maker.body_and_meta(view)
            sections = [(s.id, s.title) for s in view.sections]
            context = page_context(view.title, body, sections, meta)
            context["bibwiki_parents"] = index_trail(view)
            self._written += 1
            yield view.pagename, context, "page.html"
