"""Finding works that may be one, beside assembling the catalogue.

Only the page of doubts shows them, and comparing takes as long as assembling. It needs
nothing but the works, so it begins as soon as these are read, in a process of its own.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.parallel import parallel_available

from bibwiki.catalogue.doubts import works_to_compare
from bibwiki.catalogue.duplicates.pairs import find_similar
from bibwiki.catalogue.identity.hidden_names import HiddenNames
from bibwiki.sphinx_ext.caches import digest, remembered
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.copies import Copies

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.duplicates.pairs import Similar
    from bibwiki.model.bibtex.entry import Entry
    from bibwiki.model.notes.note import Note
    from bibwiki.model.work import Work
    from bibwiki.sphinx_ext.wiki import Wiki

FEWEST = 500
"""Works for which it pays to start a process."""


class SimilarWorks:
    """Knows which works are similar, from the last build or another process."""

    def __init__(
        self, env: BuildEnvironment, wiki: Wiki, notes: Sequence[Note]
    ) -> None:
        """Take note of what it follows from.

        Args:
            env: What was read.
            wiki: The wiki of this build.
            notes: What hand-written pages declare, in the order of their docnames.
        """
        self._hidden = HiddenNames.of_notes(notes)
        # Whom a hidden name means may be decided by any page.
        self._grounds = digest(wiki.besides, notes if self._hidden else ())
        self._path = Path(env.doctreedir) / "bibwiki-similar.pickle"
        self._is_shown = wiki.has_catalogue_pages and wiki.config.curation_page
        self._processes = wiki.processes
        self._copies: Copies[None] = Copies()

    def begin(self, works: Sequence[Work], repeats: Iterable[Entry]) -> None:
        """Begin in another process, if one may work and that pays off.

        Args:
            works: One for each kept entry, in file order.
            repeats: Entries whose key an earlier entry has, in file order.
        """
        if (
            self._is_shown
            and self._processes > 1
            and parallel_available
            and len(works) >= FEWEST
        ):
            self._copies.start(partial(self._steps, works, repeats))

    def find(self, works: Sequence[Work]) -> Sequence[Similar]:
        """Return which works of the catalogue are similar, once that is known.

        Raises:
            SphinxParallelError: The other process failed.
        """
        self._copies.wait()
        return self._remembered(lambda: works)

    def end(self) -> None:
        """End the process, should it still be there."""
        self._copies.end()

    def _steps(
        self, works: Sequence[Work], repeats: Iterable[Entry]
    ) -> Generator[int, None, None]:
        """Find them and keep them: there is nothing to say."""
        yield 0
        self._remembered(partial(works_to_compare, works, repeats, self._hidden))

    def _remembered(self, works: Callable[[], Sequence[Work]]) -> Sequence[Similar]:
        return remembered(self._path, self._grounds, lambda: find_similar(works()))


def end_comparing(app: Sphinx, _exception: Exception | None) -> None:
    """Let nothing go on when a build has ended; handler of ``build-finished``."""
    similar = wiki_domain(app.env).wiki.similar
    if similar is not None:
        similar.end()
