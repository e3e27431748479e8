"""Views to HTML, through the templates beside this module.

All HTML stands in the templates, all of it escaped by Jinja.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from bibwiki.pages.filters import FILTERS, Here, Macros, block_html
from bibwiki.pages.kept_html import KeptHtml
from bibwiki.pages.templating import TemplateEnvironment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.filters import Formula
    from bibwiki.pages.items import Span
    from bibwiki.pages.links import Linker
    from bibwiki.pages.page_view import Header, PageView, Section
    from bibwiki.pages.site.search.documents import SearchDocument

STATIC = Path(__file__).parent / "static"
"""The folder with ``bibwiki.css`` and ``bibwiki.js``."""


def _no_formula(_source: str) -> str | None:
    return None


class Renderer:
    """Turns views into HTML; made once for a build, so that templates compile once."""

    def __init__(self, formula: Formula = _no_formula) -> None:
        """Compile the templates.

        Args:
            formula: Turns TeX into MathML, safe to put on a page; None where it
                cannot, then the source is shown.
        """
        self._formula = cache(formula)
        environment = TemplateEnvironment(**FILTERS)
        self._pages = environment.macros("page")
        self._documents = environment.macros("documents")
        self._macros = Macros.of(environment)
        self._kept: dict[str, KeptHtml] = {}

    def forget(self) -> None:
        """Let go the HTML that is kept for further pages."""
        self._kept.clear()

    def page(self, view: PageView, linker: Linker) -> Markup:
        """Return a whole page: one section that holds the title and everything."""
        return self._call("page", view, linker)

    def header(self, header: Header, linker: Linker) -> Markup:
        """Return what stands under a title: creators, topics, infobox, actions."""
        return self._call("header", header, linker)

    def section(self, section: Section, linker: Linker) -> Markup:
        """Return one titled part of a page."""
        return self._call("section", section, linker)

    def provenance(self, spans: tuple[Span, ...], linker: Linker) -> Markup:
        """Return the last line of a page."""
        html: Markup = self._pages.provenance(spans, self._here(linker))
        return html

    def blocks(self, blocks: Iterable[Block], linker: Linker) -> Markup:
        """Return blocks without a title, e.g. for a section that a document has."""
        here = self._here(linker)
        return Markup("").join(block_html(block, here) for block in blocks)

    def meta(self, view: PageView) -> Markup:
        """Return the elements that describe a page in its head."""
        html: Markup = self._documents.meta(view)
        return html

    def redirect(self, address: str) -> Markup:
        """Return a whole document that sends readers on to another address."""
        html: Markup = self._documents.redirect(address)
        return html

    def search_document(self, document: SearchDocument, language: str) -> Markup:
        """Return a whole HTML document of what a page is found by."""
        html: Markup = self._documents.search_document(document, language)
        return html

    def _call(
        self, macro: str, value: PageView | Header | Section, linker: Linker
    ) -> Markup:
        html: Markup = getattr(self._pages, macro)(value, self._here(linker))
        return html

    def _here(self, linker: Linker) -> Here:
        kept = self._kept.get(linker.prefix)
        if kept is None:
            kept = self._kept[linker.prefix] = KeptHtml()
        return Here(linker, kept, self._macros, self._formula)
