"""Renewing an output folder: what may differ is made, written or deleted."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sphinx.util.display import status_iterator

from bibwiki.pages.tracing.freshness import Freshness
from bibwiki.sphinx_ext.writing.heads import heads_of
from bibwiki.sphinx_ext.writing.output_maker import Made, OutputMaker, missing_files
from bibwiki.sphinx_ext.writing.outputs import Output, all_outputs, free_pages
from bibwiki.sphinx_ext.writing.page_store import (
    load_reading_lists,
    save_reading_lists,
)
from bibwiki.sphinx_ext.writing.shared_work import SharedWork

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from sphinx.application import Sphinx

    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.sphinx_ext.wiki import Wiki
    from bibwiki.sphinx_ext.writing.manifest import Manifest
    from bibwiki.sphinx_ext.writing.page_maker import PageMaker
    from bibwiki.sphinx_ext.writing.page_paths import FilePaths

Indexing: TypeAlias = "Callable[[], Generator[str, None, Diagnostic | None]]"
"""Writes the indexes of the full text; returns what went wrong."""
_Shared: TypeAlias = "SharedWork[Output, Made, Diagnostic | None]"
_INDEXED = 5
"""How many works are indexed while one page is made."""


class Renewal:
    """Makes and writes what may differ from the last build of an output folder."""

    def __init__(
        self, app: Sphinx, wiki: Wiki, maker: PageMaker, files: FilePaths
    ) -> None:
        self._app = app
        self._wiki = wiki
        self._maker = maker
        self._files = files
        self._outdir = Path(wiki.builder.outdir)

    def run(
        self, manifest: Manifest, frame: str, state: str, index: Indexing
    ) -> tuple[int, Diagnostic | None]:
        """Make and write what may differ, and the indexes of the full text.

        What is about to be written is named in the manifest first. A build that is
        interrupted leaves these names to the next, which makes the same anew.

        Args:
            manifest: That of the output folder; it is to be saved afterwards.
            frame: The digest of what all pages show besides the catalogue.
            state: The digest of everything that they depend on.
            index: Writes the indexes.

        Returns:
            How many pages were written, and what went wrong with an index.
        """
        taken = self._files.of_documents()
        outputs, hooked = self._outputs(taken)
        names = [output.name for output in outputs]
        paths = [path for output in outputs for path in output.paths]
        with self._shared_work(outputs, index) as shared:
            before = load_reading_lists(manifest if manifest.frame == frame else None)
            freshness = Freshness(before, self._wiki.context)
            outdated = [
                place
                for place in self._outdated(outputs, paths, freshness, manifest)
                if names[place] not in hooked
            ]
            manifest.state = ""
            manifest.unfinished.update(names[place] for place in outdated)
            manifest.claim(paths, self._outdir, taken)
            made = self._make(shared, outdated)
        lists = freshness.reading_lists([one.source for one in made], names)
        save_reading_lists(manifest, lists)
        manifest.pages = sum(output.is_page for output in outputs)
        manifest.frame, manifest.state, manifest.unfinished = frame, state, set()
        return sum(one.pages_written for one in made), shared.aside

    def _outputs(self, taken: set[str]) -> tuple[list[Output], set[str]]:
        """Return all outputs, and the names of those that the builder has rendered."""
        wiki, files = self._wiki, self._files
        outputs = list(all_outputs(wiki, taken, files, self._maker.content))
        if not wiki.config.page_hooks:
            return outputs, set()
        return outputs, {path for path, _ in free_pages(wiki.context, taken, files)}

    def _outdated(
        self,
        outputs: Sequence[Output],
        paths: Iterable[str],
        freshness: Freshness,
        manifest: Manifest,
    ) -> Iterator[int]:
        """Yield the places of outputs that may differ from what is there."""
        missing = missing_files(self._outdir, paths)
        for place, output in enumerate(outputs):
            if (
                output.name in manifest.unfinished
                or not freshness.is_current(output.name, output.given)
                or (missing and not missing.isdisjoint(output.paths))
            ):
                yield place

    def _shared_work(self, outputs: Sequence[Output], index: Indexing) -> _Shared:
        """Prepare making outputs, in several processes where that pays off.

        And the indexes of the full text, which are the work of one of them.
        """
        heads_of(self._wiki)  # reads every address, which is no page's doing
        maker = OutputMaker(self._outdir, self._wiki.context.recorder)
        weight = len(self._wiki.context.facts.catalogue.works) // _INDEXED
        return SharedWork(maker.work, outputs, index, self._app.parallel, weight)

    def _make(self, shared: _Shared, outdated: Sequence[int]) -> list[Made]:
        """Make the outputs at some places, and show how far that is."""
        made: list[Made] = []

        def steps() -> Generator[int, None, None]:
            made.extend((yield from shared.work_through(outdated)))

        total = len(outdated)
        for _ in status_iterator(
            accumulate(steps()),
            "writing catalogue pages... ",
            length=shared.batches(total),
            verbosity=self._app.verbosity,
            stringify_func=lambda done: f"{done:,} of {total:,}",
        ):
            pass
        return made
