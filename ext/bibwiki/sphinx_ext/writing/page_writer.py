"""Writing the catalogue pages: every thing without a document, and the indexes.

Runs in ``html-collect-pages``, in every build. Pages and files whose reading lists name
nothing that has changed since the last build are neither made nor touched; of the
others, those are written that differ from the file that is there.
"""

from __future__ import annotations

from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from sphinx.util.display import status_iterator

from bibwiki.pages.kinds.not_found_page import NOT_FOUND
from bibwiki.pages.site.search_text import search_texts
from bibwiki.pages.tracing.freshness import Freshness
from bibwiki.pages.tracing.recording_linker import RecordingLinker
from bibwiki.sphinx_ext.report import say
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.frames import (
    FrameShop,
    index_trail,
    page_context,
    with_absolute_addresses,
)
from bibwiki.sphinx_ext.writing.full_text import (
    documents_of,
    has_full_text,
    has_index,
    write_full_text,
)
from bibwiki.sphinx_ext.writing.heads import heads_of
from bibwiki.sphinx_ext.writing.manifest import Manifest
from bibwiki.sphinx_ext.writing.memory import fewer_collections
from bibwiki.sphinx_ext.writing.output_maker import (
    Made,
    OutputMaker,
    files_there,
)
from bibwiki.sphinx_ext.writing.outputs import (
    FilePaths,
    Output,
    all_outputs,
    free_pages,
)
from bibwiki.sphinx_ext.writing.page_store import (
    load_reading_lists,
    save_reading_lists,
)
from bibwiki.sphinx_ext.writing.pagefind import write_pagefind
from bibwiki.sphinx_ext.writing.parallel_pages import batches_of, work_through
from bibwiki.sphinx_ext.writing.search_index import (
    feed_search,
    keep_indexes,
    keep_inventory,
)
from bibwiki.sphinx_ext.writing.states import (
    digest_of_frame,
    digest_of_pages,
    digest_of_texts,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.all_pages import CataloguePage
    from bibwiki.pages.blocks import PageView
    from bibwiki.pages.site.search_text import SearchText
    from bibwiki.sphinx_ext.linker import BuilderLinker
    from bibwiki.sphinx_ext.wiki import Wiki

_INDEXED = 5
"""How many works are indexed while one page is made."""


def collect_pages(app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Write the catalogue pages; the handler of ``html-collect-pages``.

    Yields a page only with ``bibwiki_page_hooks``: then the builder renders it.
    """
    wiki = wiki_domain(app.env).wiki
    if not wiki.has_catalogue_pages:
        return
    writer = PageWriter(wiki, app.verbosity, app.parallel)
    if not writer.is_up_to_date():
        yield from writer.run()


class PageWriter:
    """Writes all catalogue pages of one build."""

    def __init__(self, wiki: Wiki, verbosity: int, processes: int) -> None:
        self._wiki = wiki
        self._verbosity = verbosity
        self._processes = processes
        self._builder = cast("StandaloneHTMLBuilder", wiki.builder)
        self._outdir = Path(self._builder.outdir)
        self._frames = FrameShop(self._builder)
        self._files = FilePaths(self._builder)
        self._linkers: dict[BuilderLinker, RecordingLinker] = {}
        """For each linker of the wiki the one that notes what it is asked for."""
        self._written = 0
        self._are_texts_indexed = False
        self._started = monotonic()

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
            or not self._has_all(manifest.files)
            or not keep_indexes(self._builder)
        ):
            return False
        self._summarise(manifest.pages)
        return True

    def _has_all(self, files: Collection[str]) -> bool:
        return len(files_there(self._outdir, files)) == len(files)

    def run(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Write what differs, delete what vanished, and say how much that was."""
        manifest = Manifest.load(self._builder)
        frame = digest_of_frame(self._wiki, self._frames.sample())
        state = digest_of_pages(self._wiki, frame)
        if self._wiki.config.page_hooks:
            yield from self._hooked_pages()
        if manifest.state != state or not self._has_all(manifest.files):
            with self._wiki.noting_reads(), fewer_collections():
                self._bring_up_to_date(manifest, frame, state)
        self._index_texts(manifest)
        feed_search(self._builder, self._search_texts())
        if manifest.inventory == self._wiki.grounds:
            keep_inventory(self._builder)
        else:
            manifest.inventory = ""  # until this build has ended well
            manifest.save()
        self._summarise(manifest.pages)

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

    def _index_texts(self, manifest: Manifest) -> None:
        """Write the indexes of the full text, unless they show all this already."""
        texts = digest_of_texts(self._wiki, manifest.state)
        if manifest.texts == texts and has_index(self._wiki):
            return
        manifest.texts = ""
        manifest.save()
        if not self._are_texts_indexed:
            for _ in write_full_text(self._wiki):
                pass
        if has_full_text(self._wiki):
            write_pagefind(self._wiki, documents_of(self._wiki))
        manifest.texts = texts
        manifest.save()

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

    def _taken(self) -> set[str]:
        """Return the files of documents.

        By file, not by name: with dirhtml, works and works/index are one file.
        """
        return {self._files[name] for name in self._builder.env.found_docs}

    def _bring_up_to_date(self, manifest: Manifest, frame: str, state: str) -> None:
        """Make and write what may differ.

        What is about to be written is named in the manifest first. A build that is
        interrupted leaves these names to the next, which makes the same anew.
        """
        context = self._wiki.context
        taken = self._taken()
        pages = free_pages(context, taken, self._files)
        outputs = list(
            all_outputs(self._wiki, pages, taken, self._files, self._content)
        )
        if self._wiki.config.page_hooks:  # the builder has rendered them
            hooked = {self._files[page.name] for page in pages}
        else:
            hooked = set()
        there = files_there(self._outdir, (p for one in outputs for p in one.paths))
        before = load_reading_lists(manifest if manifest.frame == frame else None)
        freshness = Freshness(before, context)
        outdated = [
            output
            for output in outputs
            if output.name not in hooked
            and (
                output.name in manifest.unfinished
                or not freshness.is_current(output.name, output.given)
                or not there.issuperset(output.paths)
            )
        ]
        manifest.state = manifest.texts = ""
        manifest.unfinished |= {output.name for output in outdated}
        paths = [path for output in outputs for path in output.paths]
        manifest.claim(paths, self._outdir, taken)
        made = self._make(outdated)
        lists = freshness.reading_lists(
            [one.source for one in made], [output.name for output in outputs]
        )
        save_reading_lists(manifest, lists)
        manifest.pages = sum(output.is_page for output in outputs)
        manifest.frame, manifest.state, manifest.unfinished = frame, state, set()
        manifest.save()

    def _make(self, outputs: Sequence[Output]) -> list[Made]:
        """Make outputs, in several processes where that is asked for and pays off.

        And the index of the full text, which is the work of one of them.
        """
        heads_of(self._wiki)  # reads every address, which is no page's doing
        maker = OutputMaker(self._outdir, self._wiki.context.recorder)
        batches = batches_of(outputs)
        index = partial(write_full_text, self._wiki)
        weight = len(self._wiki.context.facts.catalogue.works) // _INDEXED
        made: list[Made] = []

        def steps() -> Generator[int, None, None]:
            work = work_through(maker.work, batches, self._processes, index, weight)
            made.extend((yield from work))

        self._show_progress(steps(), len(batches), len(outputs))
        self._are_texts_indexed = True
        self._written += sum(one.pages_written for one in made)
        return made

    def _show_progress(self, steps: Iterable[int], length: int, total: int) -> None:
        for _ in status_iterator(
            accumulate(steps),
            "writing catalogue pages... ",
            length=length,
            verbosity=self._verbosity,
            stringify_func=lambda done: f"{done:,} of {total:,}",
        ):
            pass

    def _content(self, page: CataloguePage) -> bytes:
        """Return the whole file of a page."""
        view = page.view()
        body, meta = self._body_and_meta(view)
        # A frame serves many pages; what it reads changes the digest of all of them.
        recorder = self._wiki.context.recorder
        frame, _ = recorder.record(partial(self._frames.frame, view))
        html = frame.fill(view, body, meta)
        if view.pagename == NOT_FOUND and self._builder.config.html_baseurl:
            base = urlsplit(self._builder.config.html_baseurl).path
            html = with_absolute_addresses(html, f"{base.rstrip('/')}/")
        return html.encode("utf-8", "surrogateescape")

    def _body_and_meta(self, view: PageView) -> tuple[str, str]:
        wiki = self._wiki
        own = wiki.linker(view.pagename)
        linker = self._linkers.get(own)
        if linker is None:
            linker = RecordingLinker(own, wiki.context.recorder)
            self._linkers[own] = linker
        body = wiki.renderer.page(view, linker)
        return body, wiki.renderer.meta(view) + heads_of(wiki).catalogue_page(view)

    def _hooked_pages(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Hand every page to the builder: other extensions see all of every build."""
        for page in free_pages(self._wiki.context, self._taken(), self._files):
            view = page.view()
            body, meta = self._body_and_meta(view)
            sections = [(s.id, s.title) for s in view.sections]
            context = page_context(view.title, body, sections, meta)
            context["bibwiki_parents"] = index_trail(view)
            self._written += 1
            yield view.pagename, context, "page.html"
