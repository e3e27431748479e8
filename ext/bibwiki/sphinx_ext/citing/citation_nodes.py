"""The docutils nodes of a citation: references, and the keys that are unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from bibwiki.sphinx_ext.citing.labels import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def citation_node(
    target: str, shown: Sequence[nodes.Node], unknown: Iterable[str]
) -> nodes.inline:
    """Return what stands for a citation.

    Args:
        target: What it cites, as written.
        shown: What the reference style made of the keys that are known.
        unknown: The other keys: they stay visible, marked, at the end.
    """
    result = nodes.inline(rawsource=target, classes=["bibtex-citation"])
    result += shown
    _unlink_nowhere(result)
    for key in unknown:
        text = f"[{key}?]"
        result += [nodes.Text(" ")] if len(result) else []
        result += nodes.inline(text, text, classes=["bw-unknown"])
    return result


def _unlink_nowhere(node: nodes.Element) -> None:
    """Replace references to no page by their text."""
    for reference in list(node.findall(nodes.reference)):
        if str(reference.get("refuri", "")).startswith(NOWHERE):
            reference.replace_self(nodes.inline("", "", *reference.children))
