"""Texts with markup as docutils nodes: the form that every builder can write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bibwiki.model.latex.marked_text import MarkedText
from bibwiki.sphinx_ext.writing.formulas import mathml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.model.latex.marked_text import Inline

_STYLES: dict[str, type[nodes.TextElement]] = {
    "emphasis": nodes.emphasis,
    "strong": nodes.strong,
    "code": nodes.literal,
    "superscript": nodes.superscript,
    "subscript": nodes.subscript,
}


def text_nodes(
    text: str, *, linked: bool = True, html: bool = False
) -> Iterator[nodes.Node]:
    """Yield the nodes of a text.

    Args:
        text: Plain, or with markup.
        linked: Let addresses in it be links; not inside a link.
        html: The output is HTML: formulas are MathML. Elsewhere they are plain text,
            because what a file says never reaches TeX as code.
    """
    if not isinstance(text, MarkedText):
        yield nodes.Text(text)
        return
    for run in text.runs:
        node = _run(run, html=html)
        if run.url and linked:
            node = nodes.reference("", "", node, refuri=run.url)
        yield node


def _run(run: Inline, *, html: bool) -> nodes.Node:
    if run.style == "math":
        formula = mathml(run.text) if html else None
        if formula is not None:
            return nodes.raw("", formula, format="html")
        return nodes.Text(run.plain)
    if run.style == "smallcaps":
        return nodes.inline(run.text, run.text, classes=["bw-smallcaps"])
    style = _STYLES.get(run.style)
    return style(run.text, run.text) if style else nodes.Text(run.text)
