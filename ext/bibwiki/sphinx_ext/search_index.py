"""Feeding catalogue pages to Sphinx's own search index.

Sphinx indexes documents only, and prunes everything else when it writes the index. This
is the one place that goes around that; a contract test watches it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import new_document

from bibwiki.pages.blocks import Link, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.blocks import PageView, Span


class SearchFeeder:
    """Adds pages to the builder's index, up to a number of pages.

    The first pages win; the caller feeds works first. Fed anew in every build, since
    what an earlier build put there is pruned when the index is loaded.
    """

    def __init__(self, builder: StandaloneHTMLBuilder, most: int) -> None:
        self._builder = builder
        self._indexer = builder.indexer if most else None
        self._most = most
        self._fed: set[str] = set()

    def feed(self, view: PageView) -> None:
        """Index a page's title, creators and leading text."""
        if self._indexer is None or len(self._fed) >= self._most:
            return
        document = new_document(view.pagename)
        title = nodes.title("", view.title)
        document += nodes.section("", title, *_paragraphs(view), ids=["top"])
        filename = f"{view.pagename}.html"
        self._indexer.feed(view.pagename, filename, view.title, document)
        self._fed.add(view.pagename)

    def finish(self) -> None:
        """Keep what was fed when Sphinx prunes the index before writing it.

        Terms whose pages have all vanished would stay with an empty list, and the index
        of an incremental build would differ from that of a clean one: they go too.
        """
        if self._indexer is None:
            return
        indexer, fed, prune = self._indexer, self._fed, self._indexer.prune

        def prune_others(docnames: Iterable[str]) -> None:
            prune(fed.union(docnames))
            for terms in (indexer._mapping, indexer._title_mapping):  # noqa: SLF001 - see the module
                for term in [t for t, pages in terms.items() if not pages]:
                    del terms[term]

        indexer.prune = prune_others  # type: ignore[method-assign] # this instance only


def _paragraphs(view: PageView) -> Iterator[nodes.paragraph]:
    """Yield what somebody may search a page by, as paragraphs."""
    yield _paragraph(view.header.creators)
    yield _paragraph(view.header.subtitle)
    for block in view.lead:
        if isinstance(block, Paragraph):
            yield _paragraph(block.spans)
    if view.description:
        yield nodes.paragraph("", view.description)


def _paragraph(spans: Iterable[Span]) -> nodes.paragraph:
    words = (span.text if isinstance(span, Link) else span for span in spans)
    return nodes.paragraph("", " ".join(words))
