"""Small adaptors for themes that treat pages without a document specially."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def show_contents(
    _app: Sphinx,
    _pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Show the local table of contents of catalogue pages in furo.

    Furo hides it for every page that has no document. Handler of ``html-page-context``
    at priority 900, after furo's own.
    """
    if context.get("bibwiki_catalogue_page") and "furo_hide_toc" in context:
        context["furo_hide_toc"] = not context.get("display_toc")
