"""Feeding catalogue pages to Sphinx's own search index.

Sphinx indexes documents only, and prunes everything else when it writes the index. This
is the one place that goes around that; a contract test watches it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sphinx.builders.html import INVENTORY_FILENAME
from sphinx.util.inventory import InventoryFile

from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.search import IndexBuilder

    from bibwiki.pages.site.search_text import SearchText


def feed_search(builder: StandaloneHTMLBuilder, texts: Iterable[SearchText]) -> None:
    """Add catalogue pages to a builder's index.

    In every build anew, since what an earlier build put there is pruned when the index
    is loaded.
    """
    indexer = builder.indexer
    if indexer is None:
        return
    feeder = Feeder(indexer)
    fed: set[str] = set()
    for text in texts:
        feeder.feed(text)
        fed.add(text.pagename)
    _keep_when_pruning(indexer, fed)


def remember_stems(app: Sphinx, _doctree: nodes.document, _docname: str) -> None:
    """Stem each word once a build, not once a document; for ``doctree-resolved``."""
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None and not hasattr(indexer.lang.stem, "cache_info"):
        indexer.lang.stem = cache(indexer.lang.stem)


class Feeder:
    """Adds pages to an index as the index itself does with a document of two levels.

    Without making a document: that, visiting its nodes and stemming the same words for
    each page anew take ten times as long. A contract test compares.
    """

    def __init__(self, indexer: IndexBuilder) -> None:
        self._indexer = indexer
        self._split = indexer.lang.split
        self._term_of = cache(self._find_term)

    def feed(self, text: SearchText) -> None:
        """Add a page: its title, and the words beside that."""
        name, indexer = text.pagename, self._indexer
        # The places that an index keeps what it was fed in, in its own words.
        indexer._titles[name] = text.title  # noqa: SLF001 - see the module
        indexer._filenames[name] = f"{name}.html"  # noqa: SLF001 - the same
        indexer._all_titles[name] = [(text.title, None)]  # noqa: SLF001 - the same
        indexer._index_entries[name] = []  # noqa: SLF001 - the same
        title = self._terms(text.title)
        for term in title:
            indexer._title_mapping.setdefault(term, set()).add(name)  # noqa: SLF001 - the same
        for words in text.words:
            for term in self._terms(words):
                if term not in title:
                    indexer._mapping.setdefault(term, set()).add(name)  # noqa: SLF001 - the same

    def _terms(self, text: str) -> dict[str, None]:
        """Return what words are found by, in their order; the values say nothing."""
        terms = map(self._term_of, self._split(text))
        return {term: None for term in terms if term}

    def _find_term(self, word: str) -> str:
        """Return a word's stem, or itself where only the stem is a stop word.

        Empty for words that nobody searches for.
        """
        language = self._indexer.lang
        stem = language.stem(word).lower()
        if language.word_filter(stem):
            return stem
        return word if language.word_filter(word) else ""


def _keep_when_pruning(indexer: IndexBuilder, fed: set[str]) -> None:
    """Keep what was fed when Sphinx prunes the index before writing it.

    Terms whose pages have all vanished would stay with an empty list, and the index of
    an incremental build would differ from that of a clean one: they go too.
    """
    prune = indexer.prune

    def prune_others(docnames: Iterable[str]) -> None:
        prune(fed.union(docnames))
        for terms in (indexer._mapping, indexer._title_mapping):  # noqa: SLF001 - see the module
            for term in [t for t, pages in terms.items() if not pages]:
                del terms[term]

    indexer.prune = prune_others  # type: ignore[method-assign] # this instance only


def keep_inventory(builder: StandaloneHTMLBuilder) -> None:
    """Leave the inventory of the last build as it is, if there is one."""
    if (builder.outdir / INVENTORY_FILENAME).is_file():
        builder.dump_inventory = _nothing  # type: ignore[method-assign] # this instance only


def write_inventory(builder: StandaloneHTMLBuilder) -> None:
    """Write the inventory as the builder would, which need not do it any more."""
    InventoryFile.dump(builder.outdir / INVENTORY_FILENAME, builder.env, builder)


def dump_no_objects(builder: StandaloneHTMLBuilder) -> None:
    """Let the search index be written without looking at the things of the wiki.

    They are no results of a search there, which takes Sphinx long to find out.
    """
    domain, dump = wiki_domain(builder.env), builder.dump_search_index

    def dump_others() -> None:
        domain.hides_objects = True
        try:
            dump()
        finally:
            domain.hides_objects = False

    builder.dump_search_index = dump_others  # type: ignore[method-assign] # this instance only


def keep_indexes(builder: StandaloneHTMLBuilder) -> bool:
    """Leave the search index and the inventory of the last build as they are.

    For builds that write no page; false where one of the files is not there.
    """
    names = [builder.searchindex_filename] if builder.indexer is not None else []
    if not all(
        (builder.outdir / name).is_file() for name in [*names, INVENTORY_FILENAME]
    ):
        return False
    # Each takes seconds with tens of thousands of pages. This instance only.
    builder.dump_search_index = _nothing  # type: ignore[method-assign]
    builder.dump_inventory = _nothing  # type: ignore[method-assign]
    return True


def _nothing() -> None:
    """Do nothing in place of a builder's method."""
