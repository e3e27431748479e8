"""Feeding catalogue pages to Sphinx's own search index.

Sphinx indexes documents only, and prunes everything else when it writes the index. This
is the one place that goes around that; a contract test watches it.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import new_document
from sphinx.builders.html import INVENTORY_FILENAME as INVENTORY

from bibwiki.pages.site.search_text import search_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.search import IndexBuilder

    from bibwiki.pages.context import PageContext


def feed_search(
    builder: StandaloneHTMLBuilder, context: PageContext, most: int
) -> None:
    """Add catalogue pages to a builder's index: the first so many.

    In every build anew, since what an earlier build put there is pruned when the index
    is loaded.
    """
    indexer = builder.indexer
    if indexer is None or most == 0:
        return
    # Sphinx stems each word of each page; the same words come again and again.
    indexer.lang.stem = cache(indexer.lang.stem)  # type: ignore[method-assign] # this instance only
    # One document serves all pages: making one costs more than indexing it.
    document = new_document("")
    fed: set[str] = set()
    for text in islice(search_texts(context), most):
        paragraphs = (nodes.paragraph("", words) for words in text.words)
        title = nodes.title("", text.title)
        document.children = [nodes.section("", title, *paragraphs, ids=["top"])]
        filename = f"{text.pagename}.html"
        indexer.feed(text.pagename, filename, text.title, document)
        fed.add(text.pagename)
    _keep_when_pruning(indexer, fed)


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


def keep_indexes(builder: StandaloneHTMLBuilder) -> bool:
    """Leave the search index and the inventory of the last build as they are.

    For builds that write no page; false where one of the files is not there.
    """
    names = [builder.searchindex_filename] if builder.indexer is not None else []
    if not all((builder.outdir / name).is_file() for name in [*names, INVENTORY]):
        return False
    # Each takes seconds with tens of thousands of pages. This instance only.
    builder.dump_search_index = _nothing  # type: ignore[method-assign]
    builder.dump_inventory = _nothing  # type: ignore[method-assign]
    return True


def _nothing() -> None:
    """Do nothing in place of a builder's method."""
