"""What hand-written pages say, as plain text for the full-text index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from bibwiki.pages.site.search.documents import PageText

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_TEXT = (
    nodes.FixedTextElement,  # code
    nodes.comment,
    nodes.docinfo,
    nodes.meta,
    nodes.raw,
    nodes.substitution_definition,
    nodes.system_message,
    addnodes.toctree,
)
# What a citation that was left out leaves behind.
_BEFORE_STOP = re.compile(r" (?=[.,;:!?)])")


def document_text(document: nodes.document, docname: str) -> PageText:
    """Return title, headings and paragraphs, before generated parts are added."""
    heading = next(document.findall(nodes.title), None)
    title = heading.astext() if heading is not None else docname
    texts = (_plain(n) for n in _text_elements(document) if n is not heading)
    return PageText(" ".join(title.split()), "\n".join(filter(None, texts)))


def _text_elements(node: nodes.Element) -> Iterator[nodes.TextElement]:
    """Yield what holds text, outermost first: headings, paragraphs, terms, cells."""
    for child in node.children:
        if isinstance(child, _NOT_TEXT) or not isinstance(child, nodes.Element):
            continue
        if isinstance(child, nodes.TextElement):
            yield child
        else:
            yield from _text_elements(child)


def _plain(element: nodes.TextElement) -> str:
    """Return a text on one line; citations, which are still bare keys, are left out."""
    parts = [
        text.astext() for text in element.findall(nodes.Text) if not _is_citation(text)
    ]
    return _BEFORE_STOP.sub("", " ".join("".join(parts).split()))


def _is_citation(text: nodes.Text) -> bool:
    above = text.parent
    while above is not None:
        if above.get("refdomain") in {"cite", "footcite"}:
            return True
        above = above.parent
    return False
