"""Heads to HTML, through ``head.html.jinja``; apart from what stands in the body."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from markupsafe import Markup

    from bibwiki.pages.head.head import PageHead

_TEMPLATES = Path(__file__).parents[1] / "templates"


class HeadRenderer:
    """Turns heads into HTML; made once for a build."""

    def __init__(self) -> None:
        environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._macros: Any = environment.get_template("head.html.jinja").module

    def head(self, head: PageHead) -> Markup:
        """Return the elements of a head, one on a line."""
        html: Markup = self._macros.head(head)
        return html

    def feed(self, title: str, address: str) -> Markup:
        """Return the element that tells feed readers of a feed."""
        html: Markup = self._macros.feed(title, address)
        return html
