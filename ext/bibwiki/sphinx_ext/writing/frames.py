"""The theme's frame around a catalogue page, rendered once for each folder.

Rendering a theme's page takes milliseconds; filling its places takes microseconds. The
frame is rendered with markers where pages differ, through the builder, so that the
theme and other extensions see one page of each folder.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bibwiki.pages.links import PagePlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.page_view import PageView

_PAGE = "bw-frame-page"
_TITLE = "BWFRAMETITLE"
_BODY = "BWFRAMEBODY"
_META = "<!--BWFRAMEMETA-->"
_SECTION_ID = "bw-frame-section"
_SECTION = "BWFRAMESECTION"
_SECTIONS = "BWFRAMESECTIONS"

_MARKERS = re.compile(
    f"({'|'.join(map(re.escape, (_PAGE, _TITLE, _BODY, _META, _SECTIONS)))})"
)
# The list item of the local table of contents, whatever the theme made of it.
_ITEM = re.compile(
    rf"<li\b[^>]*>(?:(?!<li\b).)*?{_SECTION_ID}(?:(?!<li\b).)*?</li>", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rendered theme page, cut at its markers."""

    texts: tuple[bytes, ...]
    """What stands before, between and after the markers, in UTF-8: encoded once."""
    markers: tuple[str, ...]
    """In order."""
    item: str
    """One item of the local table of contents, with markers; empty if none."""

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Cut a rendered page at its markers."""
        item = ""
        if (match := _ITEM.search(html)) is not None:
            item = match.group()
            html = html[: match.start()] + _SECTIONS + html[match.end() :]
        parts = _MARKERS.split(html)
        texts = tuple(text.encode() for text in parts[::2])
        return cls(texts, tuple(parts[1::2]), item)

    def fill(self, view: PageView, body: str, meta: str) -> bytes:
        """Return the whole page for a view and its rendered body, in UTF-8."""
        sections = tuple([(s.id, s.title) for s in view.sections])
        values = {
            _PAGE: _encoded(view.pagename.rpartition("/")[2]),
            _TITLE: _encoded(escape(view.title)),
            _BODY: _encoded(body),
            _META: _encoded(meta),
            _SECTIONS: _encoded(_contents(self.item, sections)),
        }
        pieces = [self.texts[0]]
        for marker, text in zip(self.markers, self.texts[1:], strict=True):
            pieces += values[marker], text
        return b"".join(pieces)


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", "surrogateescape")


# Most pages of a kind have the same sections.
@lru_cache(1024)
def _contents(item: str, sections: tuple[tuple[str, str], ...]) -> str:
    """Return the local table of contents, made of copies of one item."""
    return "\n".join(
        item.replace(_SECTION_ID, escape(identifier)).replace(_SECTION, escape(title))
        for identifier, title in sections
    )


_RELATIVE = re.compile(
    r"""(\s(?:href|src|action|data-content_root)=")(?![a-z][a-z0-9+.-]*:|[/#])"""
)


def with_absolute_addresses(html: str, base: str) -> str:
    """Return a page whose relative addresses begin at a path of the site.

    A server shows the page for missing addresses at any depth, where relative ones
    would lead nowhere.

    Args:
        html: A page of the site's root.
        base: The path of the site's root, e.g. ``/en/latest/``.
    """
    return _RELATIVE.sub(lambda match: match[1] + base, html)


def page_context(
    view_title: str, body: str, sections: Sequence[tuple[str, str]], meta: str
) -> dict[str, Any]:
    """Return the template context of a page without a document."""
    items = "".join(
        f'<li><a class="reference internal" href="#{escape(identifier)}">'
        f"{escape(title)}</a></li>\n"
        for identifier, title in sections
    )
    contents = (
        f'<ul>\n<li><a class="reference internal" href="#">{escape(view_title)}</a>'
        f"<ul>\n{items}</ul>\n</li>\n</ul>\n"
    )
    return {
        "title": escape(view_title),
        "body": body,
        "toc": contents if sections else "",
        "display_toc": bool(sections),
        "metatags": meta,
        "meta": {},
        "sourcename": "",
        "bibwiki_catalogue_page": True,
    }


class _Layout(NamedTuple):
    """What the pages of one frame have in common."""

    pagename: str
    has_sections: bool
    parents: tuple[tuple[str, str], ...]
    """Title and page of each index above, outermost first."""


class FrameShop:
    """Renders frames when they are first needed; one for each folder and layout."""

    def __init__(self, builder: StandaloneHTMLBuilder) -> None:
        self._builder = builder
        self._frames: dict[_Layout, Frame] = {}

    def frame(self, view: PageView) -> Frame:
        """Return the frame that a view's page is filled into."""
        folder, _, name = view.pagename.rpartition("/")
        # An index stands at its folder's own address, so its links differ.
        pagename = view.pagename if name == "index" else f"{folder}/{_PAGE}".lstrip("/")
        return self._frame(_Layout(pagename, bool(view.sections), index_trail(view)))

    def sample(self) -> str:
        """Return the HTML of one frame: it changes when theme or navigation do."""
        frame = self._frame(_Layout(_PAGE, has_sections=True, parents=()))
        cut = f"{frame.item}{frame.markers}"
        return cut.join(text.decode() for text in frame.texts)

    def _frame(self, layout: _Layout) -> Frame:
        if layout not in self._frames:
            self._frames[layout] = self._render(layout)
        return self._frames[layout]

    def _render(self, layout: _Layout) -> Frame:
        sections = [(_SECTION_ID, _SECTION)] if layout.has_sections else []
        context = page_context(_TITLE, _BODY, sections, _META)
        context["bibwiki_parents"] = layout.parents
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "frame.html"
            self._builder.handle_page(
                layout.pagename, context, "page.html", outfilename=path
            )
            return Frame.cut(path.read_text(encoding="utf-8"))


def index_trail(view: PageView) -> tuple[tuple[str, str], ...]:
    """Return title and page of the indexes on the way to a page, home left out.

    Links to single things are left out too: they differ within a folder.
    """
    return tuple(
        (link.text, link.place.pagename)
        for link in view.breadcrumbs[1:]
        if isinstance(link.place, PagePlace)
    )
