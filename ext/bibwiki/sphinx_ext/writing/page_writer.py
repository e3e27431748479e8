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
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from sphinx.util.display import status_iterator

from bibwiki.pages.site.search_text import search_texts
from bibwiki.pages.tracing.freshness import Freshness
from bibwiki.sphinx_ext.report import report, say
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.copies import Steps
from bibwiki.sphinx_ext.writing.frames import index_trail, page_context
from bibwiki.sphinx_ext.writing.full_text import has_full_text, has_index, index_texts
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
from bibwiki.sphinx_ext.writing.page_maker import PageMaker
from bibwiki.sphinx_ext.writing.page_store import (
    load_reading_lists,
    save_reading_lists,
)
from bibwiki.sphinx_ext.writing.search_index import (
    feed_search,
    keep_indexes,
    keep_inventory,
)
from bibwiki.sphinx_ext.writing.shared_work import SharedWork
from bibwiki.sphinx_ext.writing.states import (
    digest_of_frame,
    digest_of_pages,
    digest_of_texts,
)

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Generator,
        Iterable,
        Iterator,
        Sequence,
    )

    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.pages.site.search_text import SearchText
    from bibwiki.sphinx_ext.wiki import Wiki

Indexing: TypeAlias = "Callable[[], Generator[str, None, Diagnostic | None]]"
"""Writes the indexes of the full text; returns what went wrong."""
_INDEXED = 5
"""How many works are indexed while one page is made."""


def _nothing() -> Generator[str, None, None]:
    yield from ()


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
        self._maker = PageMaker(wiki)
        self._files = FilePaths(self._builder)
        self._written = 0
        self._started = monotonic()

    def is_up_to_date(self) -> bool:
        """Tell whether the output shows all this already: then no page is made.

        Nor does Sphinx write its indexes again if it writes no document either.
        """
        wiki = self._wiki
        if wiki.config.page_hooks:
            return False  # other extensions see every page of every build
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
        return len(files_there(self._outdir, files)) == len(files)

    def run(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Write what differs, delete what vanished, and say how much that was."""
        wiki = self._wiki
        manifest = Manifest.load(self._builder)
        frame = digest_of_frame(wiki, self._maker.sample_frame())
        state = digest_of_pages(wiki, frame)
        if wiki.config.page_hooks:
            yield from self._hooked_pages()
        texts = digest_of_texts(wiki, state)
        index = self._indexing(manifest, texts)
        if manifest.state != state or not self._has_all(manifest.files):
            with wiki.noting_reads(), fewer_collections():
                problem = self._bring_up_to_date(manifest, frame, state, index)
        else:
            indexing = Steps(index())
            for _ in indexing:
                pass
            problem = indexing.result
        if problem is not None:
            report(problem)
        manifest.texts = texts
        feed_search(self._builder, self._search_texts())
        if manifest.inventory == wiki.grounds:
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

    def _indexing(self, manifest: Manifest, texts: str) -> Indexing:
        """Return what writes the indexes of the full text, if they show other texts."""
        if manifest.texts == texts and has_index(self._wiki):
            return _nothing
        manifest.texts = ""
        manifest.save()
        return partial(index_texts, self._wiki, self._wiki.context)

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

    def _bring_up_to_date(
        self, manifest: Manifest, frame: str, state: str, index: Indexing
    ) -> Diagnostic | None:
        """Make and write what may differ, and the indexes of the full text.

        What is about to be written is named in the manifest first. A build that is
        interrupted leaves these names to the next, which makes the same anew.
        """
        context = self._wiki.context
        taken = self._taken()
        pages = free_pages(context, taken, self._files)
        outputs = list(
            all_outputs(self._wiki, pages, taken, self._files, self._maker.content)
        )
        if self._wiki.config.page_hooks:  # the builder has rendered them
            hooked = {self._files[page.name] for page in pages}
        else:
            hooked = set()
        with self._shared_work(outputs, index) as shared:
            there = files_there(self._outdir, (p for one in outputs for p in one.paths))
            before = load_reading_lists(manifest if manifest.frame == frame else None)
            freshness = Freshness(before, context)
            outdated = [
                place
                for place, output in enumerate(outputs)
                if output.name not in hooked
                and (
                    output.name in manifest.unfinished
                    or not freshness.is_current(output.name, output.given)
                    or not there.issuperset(output.paths)
                )
            ]
            manifest.state = ""
            manifest.unfinished |= {outputs[place].name for place in outdated}
            paths = [path for output in outputs for path in output.paths]
            manifest.claim(paths, self._outdir, taken)
            made = self._make(shared, outdated)
        lists = freshness.reading_lists(
            [one.source for one in made], [output.name for output in outputs]
        )
        save_reading_lists(manifest, lists)
        manifest.pages = sum(output.is_page for output in outputs)
        manifest.frame, manifest.state, manifest.unfinished = frame, state, set()
        return shared.aside

    def _shared_work(
        self, outputs: Sequence[Output], index: Indexing
    ) -> SharedWork[Output, Made, Diagnostic | None]:
        """Prepare making outputs, in several processes where that pays off.

        And the index of the full text, which is the work of one of them.
        """
        heads_of(self._wiki)  # reads every address, which is no page's doing
        maker = OutputMaker(self._outdir, self._wiki.context.recorder)
        weight = len(self._wiki.context.facts.catalogue.works) // _INDEXED
        return SharedWork(maker.work, outputs, index, self._processes, weight)

    def _make(
        self,
        shared: SharedWork[Output, Made, Diagnostic | None],
        outdated: Sequence[int],
    ) -> list[Made]:
        """Make the outputs at some places, and show how far that is."""
        made: list[Made] = []

        def steps() -> Generator[int, None, None]:
            made.extend((yield from shared.work_through(outdated)))

        total = len(outdated)
        for _ in status_iterator(
            accumulate(steps()),
            "writing catalogue pages... ",
            length=shared.batches(total),
            verbosity=self._verbosity,
            stringify_func=lambda done: f"{done:,} of {total:,}",
        ):
            pass
        self._written += sum(one.pages_written for one in made)
        return made

    def _hooked_pages(self) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Hand every page to the builder: other extensions see all of every build."""
        for page in free_pages(self._wiki.context, self._taken(), self._files):
            view = page.view()
            body, meta = self._maker.body_and_meta(view)
            sections = [(s.id, s.title) for s in view.sections]
            context = page_context(view.title, body, sections, meta)
            context["bibwiki_parents"] = index_trail(view)
            self._written += 1
            yield view.pagename, context, "page.html"
