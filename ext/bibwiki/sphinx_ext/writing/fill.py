"""Filling the placeholders of hand-written pages, when they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

from bibwiki.pages.blocks import Empty, Paragraph
from bibwiki.pages.listing import listing_blocks
from bibwiki.pages.thing_links import joined
from bibwiki.sphinx_ext.reading.nodes import (
    HEADER,
    LISTING,
    PROVENANCE,
    SECTION,
    wiki_placeholder,
)
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.docutils_blocks import block_nodes, header_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibwiki.model.notes.note import Note
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.page_view import PageView
    from bibwiki.sphinx_ext.linker import BuilderLinker
    from bibwiki.sphinx_ext.wiki import Wiki


_SEPARATOR = " \N{MIDDLE DOT} "
_UNKNOWN = "What this page is about is not in the catalogue; the build says why."


class FillPlaceholders(SphinxPostTransform):
    """Put the generated header, sections and lists into a page.

    Before Sphinx resolves references (priority 10) and after sphinxcontrib-bibtex has
    made its bibliographies (5).
    """

    default_priority = 6

    @override
    def run(self, **kwargs: Any) -> None:
        views: dict[str, PageView | None] = {}
        for place in list(self.document.findall(wiki_placeholder)):
            if place["part"] == LISTING:
                place.replace_self(self._listing(place))
                continue
            # LaTeX and singlehtml join documents, so a page may be about many things.
            note: Note = place["note"]
            if note.docname not in views:
                views[note.docname] = self._wiki.view_of(note)
            place.replace_self(self._part(place, views[note.docname]))

    @property
    def _wiki(self) -> Wiki:
        return wiki_domain(self.env).wiki

    def _part(self, place: wiki_placeholder, view: PageView | None) -> list[nodes.Node]:
        """Return what stands in a generated header or section.

        A page whose declaration does not count (reported) has no view.
        """
        if view is None:
            is_section = place["part"] == SECTION
            return self._blocks((Empty(_UNKNOWN),)) if is_section else []
        if place["part"] == HEADER:
            if self._is_html:
                return _raw(self._wiki.renderer.header(view.header, self._linker))
            return header_nodes(view.header, self._linker)
        if place["part"] == PROVENANCE:
            if self._is_html:
                return _raw(
                    self._wiki.renderer.provenance(view.provenance, self._linker)
                )
            parts = joined(view.provenance, _SEPARATOR)
            return self._blocks((Paragraph(parts),))
        blocks = next(s.blocks for s in view.sections if s.id == place["section"])
        return self._blocks(blocks)

    def _listing(self, place: wiki_placeholder) -> list[nodes.Node]:
        """Return what a list directive shows."""
        anchors = self._wiki.list_places.shown_in(place["docname"], place["listing"])
        return self._blocks(
            listing_blocks(self._wiki.context, place["listing"], anchors)
        )

    def _blocks(self, blocks: Iterable[Block]) -> list[nodes.Node]:
        if self._is_html:
            return _raw(self._wiki.renderer.blocks(blocks, self._linker))
        return block_nodes(blocks, self._linker)

    @property
    def _is_html(self) -> bool:
        return bool(self._wiki.builder.format == "html")

    @property
    def _linker(self) -> BuilderLinker:
        return self._wiki.linker(self.env.current_document.docname)


def _raw(html: str) -> list[nodes.Node]:
    """Return rendered HTML as a node; templates have escaped everything in it."""
    return [nodes.raw("", html, format="html")]
