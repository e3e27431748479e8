"""Renewing an output folder: what may differ is made, written or deleted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.display import status_iterator

from bibwiki.pages.tracing.freshness import Freshness
from bibwiki.sphinx_ext.beside import InCopies
from bibwiki.sphinx_ext.writing.output_maker import Made, OutputMaker, missing_files
from bibwiki.sphinx_ext.writing.outputs import Output, all_outputs, free_pages
from bibwiki.sphinx_ext.writing.page_store import (
    load_reading_lists,
    save_reading_lists,
)
from bibwiki.sphinx_ext.writing.shared_work import SharedWork

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from sphinx.application import Sphinx

    from bibwiki.sphinx_ext.wiki import Wiki
    from bibwiki.sphinx_ext.writing.manifest import Manifest
    from bibwiki.sphinx_ext.writing.page_maker import PageMaker
    from bibwiki.sphinx_ext.writing.page_paths import FilePaths

_EXPORTED = 5
"""How many works stand in the files about all works while one page is made."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A renewal that has begun."""

    manifest: Manifest
    frame: str
    freshness: Freshness
    shared: SharedWork[Output, Made]
    names: Sequence[str]
    """Those of all outputs."""
    outdated: int
    """How many of them are made."""


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

    def begin(self, manifest: Manifest, frame: str) -> Begun:
        """Find out what may differ, and let other processes begin to make it.

        What is about to be written is named in the manifest first. A build that is
        interrupted leaves these names to the next, which makes the same anew.

        Args:
            manifest: That of the output folder; it is to be saved afterwards.
            frame: The digest of what all pages show besides the catalogue.
        """
        taken = self._files.of_documents()
        outputs, hooked = self._outputs(taken)
        names = [output.name for output in outputs]
        before = load_reading_lists(manifest if manifest.frame == frame else None)
        freshness = Freshness(before, self._wiki.context)
        outdated = [
            output
            for output in self._outdated(outputs, freshness, manifest)
            if output.name not in hooked
        ]
        manifest.state = ""
        manifest.unfinished.update(output.name for output in outdated)
        manifest.claim(names, self._outdir, taken)
        maker = OutputMaker(
            self._outdir, self._wiki.context.recorder, self._wiki.renderer.forget
        )
        weight = len(self._wiki.context.facts.catalogue.works) // _EXPORTED
        shared = SharedWork(maker.work, outdated, self._app.parallel, weight)
        shared.begin()
        manifest.pages = sum(output.is_page for output in outputs)
        return Begun(manifest, frame, freshness, shared, names, len(outdated))

    def finish(self, begun: Begun, state: str) -> int:
        """Make and write what is left; return how many pages were written in all.

        Args:
            begun: What :meth:`begin` returned, in the same context.
            state: The digest of everything that pages depend on.
        """
        made = self._make(begun)
        manifest = begun.manifest
        works = len(self._wiki.context.facts.catalogue.works)
        with InCopies(self._app.parallel, works) as beside:
            lists = begun.freshness.reading_lists(
                [one.source for one in made], begun.names, beside
            )
        save_reading_lists(manifest, lists)
        manifest.frame, manifest.state, manifest.unfinished = begun.frame, state, set()
        return sum(one.pages_written for one in made)

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
        freshness: Freshness,
        manifest: Manifest,
    ) -> Iterator[Output]:
        """Yield the outputs that may differ from what is there."""
        missing = missing_files(self._outdir, (output.name for output in outputs))
        for output in outputs:
            if (
                output.name in manifest.unfinished
                or not freshness.is_current(output.name, output.given)
                or output.name in missing
            ):
                yield output

    def _make(self, begun: Begun) -> list[Made]:
        """Make outputs, in several processes where that pays off; show how far it is.

        Returns:
            What came of it, first in this process.
        """
        made: list[Made] = []

        def steps(shared: SharedWork[Output, Made]) -> Generator[int, None, None]:
            made.extend((yield from shared.work_through()))

        with begun.shared as shared:
            for _ in status_iterator(
                accumulate(steps(shared)),
                "writing catalogue pages... ",
                length=shared.batches,
                verbosity=self._app.verbosity,
                stringify_func=lambda done: f"{done:,} of {begun.outdated:,}",
            ):
                pass
        return made
