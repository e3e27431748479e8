"""Making one catalogue page: its view, its HTML, and the theme's frame around it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from bibwiki.pages.kinds.not_found_page import NOT_FOUND
from bibwiki.pages.tracing.recording_linker import RecordingLinker
from bibwiki.sphinx_ext.writing.frames import FrameShop, with_absolute_addresses
from bibwiki.sphinx_ext.writing.heads import heads_of

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from bibwiki.pages.page_view import PageView
    from bibwiki.sphinx_ext.linker import BuilderLinker
    from bibwiki.sphinx_ext.wiki import Wiki


class PageMaker:
    """Makes the catalogue pages of one build."""

    def __init__(self, wiki: Wiki) -> None:
        self._wiki = wiki
        self._builder = cast("StandaloneHTMLBuilder", wiki.builder)
        self._frames = FrameShop(self._builder)
        self._linkers: dict[BuilderLinker, RecordingLinker] = {}
        """For each linker of the wiki the one that notes what it is asked for."""

    def sample_frame(self) -> str:
        """Return one frame of the theme, to see whether the theme has changed."""
        return self._frames.sample()

    def content(self, view: PageView) -> bytes:
        """Return the whole file of a page."""
        body, meta = self.body_and_meta(view)
        # A frame serves many pages; what it reads changes the digest of all of them.
        recorder = self._wiki.context.recorder
        frame, _ = recorder.record(partial(self._frames.frame, view))
        content = frame.fill(view, body, meta)
        if view.pagename == NOT_FOUND and self._builder.config.html_baseurl:
            base = urlsplit(self._builder.config.html_baseurl).path
            html = content.decode("utf-8", "surrogateescape")
            html = with_absolute_addresses(html, f"{base.rstrip('/')}/")
            return html.encode("utf-8", "surrogateescape")
        return content

    def body_and_meta(self, view: PageView) -> tuple[str, str]:
        """Return the HTML of a page without its frame, and that of its head."""
        wiki = self._wiki
        own = wiki.linker(view.pagename)
        linker = self._linkers.get(own)
        if linker is None:
            linker = RecordingLinker(own, wiki.context.recorder)
            self._linkers[own] = linker
        body = wiki.renderer.page(view, linker)
        return body, wiki.renderer.meta(view) + heads_of(wiki).catalogue_page(view)
