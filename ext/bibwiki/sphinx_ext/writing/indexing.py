"""Indexing the full text beside everything else that a build writes.

Nothing that is written shows what the index holds, and it takes as long as thousands of
pages. So it begins before documents are written, in a process of its own: of a large
wiki's processes, one would wait for the other at that time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sphinx.util.parallel import parallel_available

from bibwiki.model.garbage import keep_all
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.copies import Copies, Steps
from bibwiki.sphinx_ext.writing.full_text import has_full_text, has_index, index_texts
from bibwiki.sphinx_ext.writing.manifest import Manifest
from bibwiki.sphinx_ext.writing.search_index import write_inventory
from bibwiki.sphinx_ext.writing.states import digest_of_texts

if TYPE_CHECKING:
    from collections.abc import Generator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.sphinx_ext.wiki import Wiki

FEWEST = 500
"""Works for which it pays to start a process."""


class Indexing:
    """Writes the indexes of the full text in one build, if they show other texts."""

    def __init__(self, wiki: Wiki) -> None:
        self._wiki = wiki
        self._texts = digest_of_texts(wiki)
        manifest = Manifest.load(wiki.builder)
        self._is_needed = (
            wiki.past.broke_off or manifest.texts != self._texts or not has_index(wiki)
        )
        self._is_inventory_kept = (
            not wiki.past.broke_off and manifest.inventory == wiki.grounds
        )
        self._kept = manifest.path.with_suffix(".words")
        self._is_whole = bool(manifest.texts) and not wiki.past.broke_off
        self._copies: Copies[Diagnostic | None] | None = None

    def begin(self, processes: int) -> None:
        """Begin in another process, if so many may work and that pays off."""
        wiki = self._wiki
        if (
            self._copies is None
            and self._is_needed
            and processes > 1
            and parallel_available
            and has_full_text(wiki)
            and len(wiki.bibliography.works) >= FEWEST
        ):
            self._copies = Copies()
            self._copies.start(self._all_steps)

    @property
    def has_begun(self) -> bool:
        """Whether another process is at it."""
        return self._copies is not None

    @property
    def has_inventory(self) -> bool:
        """Whether the inventory is what it has to be, or will be.

        Other wikis link by it. It is written by the process that has begun, if any;
        else Sphinx writes it.
        """
        return self._is_inventory_kept or self.has_begun

    def finish(self, manifest: Manifest) -> Diagnostic | None:
        """Wait until all is written, or do it; return what went wrong.

        Args:
            manifest: That of the output folder, which is to be saved afterwards.
        """
        problem = None
        if self._copies is not None:
            self._copies.wait()
            (problem,) = self._copies.results
        elif self._is_needed:
            steps = Steps(self._steps())
            for _ in steps:
                pass
            problem = steps.result
        manifest.texts = self._texts
        return problem

    def end(self) -> None:
        """End the process, should it still be there: the build failed."""
        if self._copies is not None:
            self._copies.end()

    def _all_steps(self) -> Generator[int, None, Diagnostic | None]:
        """Write the inventory, too, if it is not what it has to be."""
        problem = yield from self._steps()
        if not self._is_inventory_kept:
            write_inventory(cast("StandaloneHTMLBuilder", self._wiki.builder))
        return problem

    def _steps(self) -> Generator[int, None, Diagnostic | None]:
        """Write the indexes; yield before each file."""
        keep_all()
        if not self._is_whole:  # the files may be half written, or of other code
            self._kept.unlink(missing_ok=True)
        steps = Steps(index_texts(self._wiki, self._wiki.context, self._kept))
        for _ in steps:
            yield 0
        return steps.result


def begin_indexing(app: Sphinx, _builder: Builder) -> None:
    """Begin before documents are written; handler of ``write-started``.

    Where nothing has asked for the catalogue until now, there may be no need to make
    it.
    """
    wiki = wiki_domain(app.env).wiki
    if wiki.has_catalogue_pages and wiki.is_assembled:
        wiki.indexing = Indexing(wiki)
        wiki.indexing.begin(app.parallel)


def end_indexing(app: Sphinx, exception: Exception | None) -> None:
    """Let nothing go on when a build has failed; handler of ``build-finished``."""
    indexing = wiki_domain(app.env).wiki.indexing
    if exception is not None and indexing is not None:
        indexing.end()
