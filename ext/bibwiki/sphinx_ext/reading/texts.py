"""What hand-written pages say, as plain text for the full-text index.

Links to things of the wiki are kept apart where they have no words of their own: what
the things are called is known only when everything is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from bibwiki.catalogue.identity.mention import SentencePart
from bibwiki.sphinx_ext.reading.titles import titled_link

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


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a page says, as far as it is known while the page is read."""

    title: tuple[SentencePart, ...]
    paragraphs: tuple[tuple[SentencePart, ...], ...]
    """Headings and paragraphs; citations, which are still bare keys, are left out."""


def document_text(document: nodes.document, docname: str) -> ReadText:
    """Return title, headings and paragraphs, before generated parts are added."""
    heading = next(document.findall(nodes.title), None)
    title = _parts(heading) if heading is not None else (SentencePart(docname),)
    texts = (_parts(n) for n in _text_elements(document) if n is not heading)
    return ReadText(title, tuple(filter(None, texts)))


def _text_elements(node: nodes.Element) -> Iterator[nodes.TextElement]:
    """Yield what holds text, outermost first: headings, paragraphs, terms, cells."""
    for child in node.children:
        if isinstance(child, _NOT_TEXT) or not isinstance(child, nodes.Element):
            continue
        if isinstance(child, nodes.TextElement):
            yield child
        else:
            yield from _text_elements(child)


def _parts(element: nodes.TextElement) -> tuple[SentencePart, ...]:
    """Return a text in as few parts as its links allow."""
    parts: list[SentencePart] = []
    words: list[str] = []
    for text, link in _pieces(element):
        if link is None:
            words.append(text)
            continue
        parts += [SentencePart("".join(words)), SentencePart(text, link=link)]
        words.clear()
    parts.append(SentencePart("".join(words)))
    return tuple(part for part in parts if part.text or part.link)


def _pieces(element: nodes.Element) -> Iterator[tuple[str, tuple[str, str] | None]]:
    """Yield runs of text; with those that are links without words what they name."""
    for child in element.children:
        if isinstance(child, nodes.Text):
            yield child.astext(), None
        elif not isinstance(child, nodes.Element):
            continue
        elif _is_bare_link(child):
            yield child.astext(), (child["reftype"], child["reftarget"])
        elif (link := titled_link(child)) is not None:
            yield child.astext(), link
        elif child.get("refdomain") not in {"cite", "footcite"}:
            yield from _pieces(child)


def _is_bare_link(node: nodes.Element) -> bool:
    is_ours = isinstance(node, addnodes.pending_xref) and node["refdomain"] == "wiki"
    return is_ours and not node.get("refexplicit")
