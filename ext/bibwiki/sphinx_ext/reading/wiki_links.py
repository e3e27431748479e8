"""``[[Name]]`` and ``[[target|text]]`` in running text, in MyST and reStructuredText.

A transform rather than a parser's rule: MyST has no hook for inline syntax, and text
nodes are the same in both languages. Code, and what is a link already, is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

if TYPE_CHECKING:
    from collections.abc import Iterator

WIKI_LINK = re.compile(r"(?<!\w)\[\[(?=\s*[^\s|\]])([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")
"""Not after a letter or digit, where code such as ``a[[1]]`` may stand in prose."""

_OPAQUE = (
    nodes.literal,
    nodes.FixedTextElement,
    nodes.reference,
    nodes.math,
    nodes.raw,
    nodes.comment,
    nodes.substitution_definition,
    nodes.system_message,
    addnodes.pending_xref,
)


class WikiLinkTransform(SphinxTransform):
    """Turn wiki links into pending cross-references of the ``wiki`` domain.

    Runs before smart quotes (priority 855 in Sphinx 9), which would change apostrophes
    inside of names.
    """

    default_priority = 200

    def apply(self, **kwargs: Any) -> None:  # noqa: ANN401, ARG002 - docutils
        """Replace the wiki links of all text nodes."""
        for text in list(self.document.findall(nodes.Text)):
            if "[[" not in text or _inside_opaque(text):
                continue
            replacement = list(self._split(text))
            if len(replacement) > 1 or not isinstance(replacement[0], nodes.Text):
                text.parent.replace(text, replacement)

    def _split(self, text: nodes.Text) -> Iterator[nodes.Node]:
        position = 0
        for match in WIKI_LINK.finditer(text):
            if match.start() > position:
                yield nodes.Text(text[position : match.start()])
            yield self._link(match, text)
            position = match.end()
        if position < len(text):
            yield nodes.Text(text[position:])

    def _link(self, match: re.Match[str], text: nodes.Text) -> addnodes.pending_xref:
        target = " ".join(match[1].split())
        shown = " ".join((match[2] or match[1]).split())
        link = addnodes.pending_xref(
            match[0],
            nodes.inline(shown, shown, classes=["bw-link"]),
            refdomain="wiki",
            reftype="any",
            reftarget=target,
            refexplicit=bool(match[2]),
            refwarn=False,
            refdoc=self.env.docname,
        )
        link.source, link.line = text.parent.source, text.parent.line
        return link


def _inside_opaque(node: nodes.Node) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, _OPAQUE):
            return True
        parent = parent.parent
    return False
