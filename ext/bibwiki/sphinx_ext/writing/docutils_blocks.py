"""Blocks as docutils nodes, for output that is not HTML: LaTeX, text, man pages.

The same blocks that templates render for HTML; here they become lists and paragraphs
that every writer knows.
"""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from docutils import nodes

from bibwiki.pages.blocks import (
    CardList,
    ClaimList,
    CodeBlock,
    Empty,
    FactList,
    Fold,
    LinkList,
    MentionList,
    Paragraph,
    Picture,
    RemarkedWorkList,
    SearchForm,
    Table,
    Timeline,
    WorkList,
)
from bibwiki.pages.items import CountedLink
from bibwiki.pages.links import Linker
from bibwiki.sphinx_ext.writing.docutils_lines import (
    span_nodes,
    span_paragraph,
    work_line,
)
from bibwiki.sphinx_ext.writing.text_nodes import text_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.items import Span
    from bibwiki.pages.page_view import Header


def block_nodes(blocks: Iterable[Block], linker: Linker) -> list[nodes.Node]:
    """Return the nodes that show the blocks, in order."""
    return [node for block in blocks for node in _nodes(block, linker)]


def header_nodes(header: Header, linker: Linker) -> list[nodes.Node]:
    """Return the nodes that show what stands under a page's title."""
    shown: list[nodes.Node] = []
    spans: list[Span] = []
    for creator in header.creators:
        spans += [", ", creator] if spans else [creator]
    if spans and header.subtitle:
        spans.append(". ")
    if spans or header.subtitle:
        shown.append(span_paragraph((*spans, *header.subtitle), linker))
    if header.facts:
        shown += _nodes(FactList(header.facts), linker)
    return shown


@singledispatch
def _nodes(block: object, _linker: Linker) -> list[nodes.Node]:
    """Return the nodes of one block."""
    raise TypeError(f"no docutils form for {type(block).__name__}")


@_nodes.register
def _(block: Paragraph, linker: Linker) -> list[nodes.Node]:
    return [span_paragraph(block.spans, linker)]


@_nodes.register
def _(block: Empty, _linker: Linker) -> list[nodes.Node]:
    return [nodes.paragraph("", "", nodes.emphasis(block.text, block.text))]


@_nodes.register
def _(block: Fold, linker: Linker) -> list[nodes.Node]:
    title = nodes.paragraph("", "", nodes.strong(block.title, block.title))
    return [title, *block_nodes(block.blocks, linker)]


@_nodes.register
def _(block: WorkList, linker: Linker) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    for group in block.groups:
        if group.title:
            shown.append(nodes.rubric(group.title, group.title))
        items = (nodes.list_item("", work_line(item, linker)) for item in group.items)
        shown.append(nodes.bullet_list("", *items))
    return shown


@_nodes.register
def _(block: LinkList, linker: Linker) -> list[nodes.Node]:
    return [_counted(block.items, linker)]


@_nodes.register
def _(block: CardList, linker: Linker) -> list[nodes.Node]:
    return [
        _counted(
            (
                CountedLink(card.link, remark=f"{card.count} {card.text}".strip())
                for card in block.cards
            ),
            linker,
        )
    ]


@_nodes.register
def _(block: Timeline, linker: Linker) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    for year in block.years:
        shown.append(nodes.rubric(year.year.text, year.year.text))
        shown.append(_counted(year.items, linker))
    return shown


@_nodes.register
def _(block: Picture, linker: Linker) -> list[nodes.Node]:
    return block_nodes(block.blocks, linker)  # they say what the drawing shows


@_nodes.register
def _(block: Table, linker: Linker) -> list[nodes.Node]:
    items = (nodes.list_item("", _row(block, row, linker)) for row in block.rows)
    return [nodes.bullet_list("", *items)]


@_nodes.register
def _(block: RemarkedWorkList, linker: Linker) -> list[nodes.Node]:
    items = (
        nodes.list_item(
            "", work_line(work.item, linker), span_paragraph(work.remark, linker)
        )
        for work in block.items
    )
    return [nodes.bullet_list("", *items)]


@_nodes.register
def _(_block: SearchForm, _linker: Linker) -> list[nodes.Node]:
    return []  # nothing to search with outside of a site


@_nodes.register
def _(block: MentionList, linker: Linker) -> list[nodes.Node]:
    groups = []
    for group in block.groups:
        places = (
            nodes.list_item(
                "",
                span_paragraph((item.link,), linker),
                span_paragraph(item.sentence, linker),
            )
            for item in group.items
        )
        page = span_paragraph((group.page,), linker)
        groups.append(nodes.list_item("", page, nodes.bullet_list("", *places)))
    heading = [nodes.rubric(block.title, block.title)] if block.title else []
    return [*heading, nodes.bullet_list("", *groups)]


@_nodes.register
def _(block: FactList, linker: Linker) -> list[nodes.Node]:
    items = (
        nodes.definition_list_item(
            "",
            nodes.term(fact.label, fact.label),
            nodes.definition("", span_paragraph(fact.value, linker)),
        )
        for fact in block.facts
    )
    return [nodes.definition_list("", *items)]


@_nodes.register
def _(block: ClaimList, linker: Linker) -> list[nodes.Node]:
    items = []
    for item in block.items:
        paragraph = nodes.paragraph("", "", *text_nodes(item.text))
        if item.remark:
            paragraph += [nodes.Text(" "), *span_nodes(item.remark, linker)]
        items.append(nodes.list_item("", paragraph))
    return [nodes.bullet_list("", *items)]


@_nodes.register
def _(block: CodeBlock, _linker: Linker) -> list[nodes.Node]:
    return [nodes.literal_block(block.text, block.text, language="bibtex")]


def _counted(items: Iterable[CountedLink], linker: Linker) -> nodes.bullet_list:
    """Return links with their count and remark as a list."""
    shown = nodes.bullet_list()
    for item in items:
        paragraph = span_paragraph((item.link,), linker)
        details = (str(item.count or ""), item.remark)
        if any(details):
            paragraph += nodes.Text(f" ({' '.join(filter(None, details))})")
        shown += nodes.list_item("", paragraph)
    return shown


def _row(
    block: Table, row: tuple[tuple[Span, ...], ...], linker: Linker
) -> nodes.paragraph:
    """Return a row of a table as a line: its name, then each fact that it has."""
    paragraph = span_paragraph(row[0], linker)
    facts = [
        pair for pair in zip(block.heads[1:], row[1:], strict=True) if any(pair[1])
    ]
    for number, (head, cell) in enumerate(facts):
        paragraph += nodes.Text(f"{'; ' if number else ': '}{head.lower()} ")
        paragraph += span_nodes(cell, linker)
    return paragraph
