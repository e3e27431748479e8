"""Spans and works as docutils nodes: the lines that blocks are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bibwiki.sphinx_ext.writing.text_nodes import text_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.pages.items import Span, WorkItem
    from bibwiki.pages.links import Linker


def work_line(item: WorkItem, linker: Linker) -> nodes.paragraph:
    """Return a work as a line of a bibliography; a citation's target if it has an id.

    The id stands on a target node, because LaTeX writers make labels only of these.
    """
    paragraph = nodes.paragraph()
    if item.anchor:
        paragraph += nodes.target("", "", ids=[item.anchor])
    for position, creator in enumerate(item.creators):
        if position:
            paragraph += nodes.Text(", ")
        paragraph += span_nodes((creator,), linker)
    if item.others:
        paragraph += nodes.Text(" and others")
    if item.creators:
        paragraph += nodes.Text(". ")
    paragraph += nodes.emphasis("", "", *text_nodes(item.title))
    for link in (item.venue, item.date):
        if link is not None:
            paragraph += [nodes.Text(", "), *span_nodes((link,), linker)]
    paragraph += nodes.Text(".")
    return paragraph


def span_paragraph(spans: Iterable[Span], linker: Linker) -> nodes.paragraph:
    """Return a paragraph of spans."""
    return nodes.paragraph("", "", *span_nodes(spans, linker))


def span_nodes(spans: Iterable[Span], linker: Linker) -> Iterator[nodes.Node]:
    """Yield the nodes of spans: text, and a reference where a link leads somewhere."""
    for span in spans:
        if isinstance(span, str):
            yield from text_nodes(span)
            continue
        shown = [*text_nodes(span.text, linked=False), nodes.Text(span.mark)]
        if not span.mark:
            shown.pop()
        if span.strong:
            shown = [nodes.strong(span.text, "", *shown)]
        url = linker.url(span.place) if span.place is not None else None
        yield from [nodes.reference("", "", *shown, refuri=url)] if url else shown
