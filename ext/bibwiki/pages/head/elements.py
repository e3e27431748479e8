"""Heads to HTML, through ``head.html.jinja``; apart from what stands in the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.templating import TemplateEnvironment

if TYPE_CHECKING:
    from markupsafe import Markup

    from bibwiki.pages.head.head import PageHead


class HeadRenderer:
    """Turns heads into HTML; made once for a build."""

    def __init__(self) -> None:
        self._macros = TemplateEnvironment().macros("head")

    def head(self, head: PageHead) -> Markup:
        """Return the elements of a head, one on a line."""
        html: Markup = self._macros.head(head)
        return html

    def feed(self, title: str, address: str, media_type: str) -> Markup:
        """Return the element that tells feed readers of a feed."""
        html: Markup = self._macros.feed(title, address, media_type)
        return html
