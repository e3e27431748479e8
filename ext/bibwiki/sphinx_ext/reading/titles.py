"""What links to documents and sections are called that have no words of their own.

Sphinx and MyST give them the title of what they lead to when the page is written; what
is made of the page's text before that (sentences, the full-text index) asks here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.util import docname_join

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.identity.mention import SentencePart

DOCUMENT = "doc"
SECTION = "ref"
_DOCUMENT_ROLES = frozenset({("std", "doc"), ("doc", "myst")})
_SECTION_ROLES = frozenset({("std", "ref"), ("", "any"), ("", "myst")})
"""Domains and types of Sphinx's roles and of MyST's links, which have no domain."""


def titled_link(node: nodes.Node) -> tuple[str, str] | None:
    """Return what a link without words leads to; None for all other nodes.

    Returns:
        :data:`DOCUMENT` and a docname, perhaps with ``#`` and the name of a heading; or
        :data:`SECTION` and a label.
    """
    if not isinstance(node, addnodes.pending_xref) or node.get("refexplicit"):
        return None
    role = node.get("refdomain") or "", str(node.get("reftype"))
    target = str(node.get("reftarget", ""))
    if role in _SECTION_ROLES:
        return SECTION, target
    if role not in _DOCUMENT_ROLES:
        return None
    # MyST writes docnames from the root, Sphinx's role as they are seen from the page.
    is_from_root = role[1] == "myst"
    docname = target if is_from_root else docname_join(node["refdoc"], target)
    heading = node.get("reftargetid")
    return DOCUMENT, f"{docname}#{heading}" if heading else docname


class LinkTitles:
    """The titles of all documents and labelled sections that were read."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env

    def __call__(self, kind: str, target: str) -> str | None:
        """Return the title of what :func:`titled_link` found; None where it has none.

        Args:
            kind: :data:`DOCUMENT` or :data:`SECTION`; nothing else has a title here.
            target: What is linked.
        """
        if kind == SECTION:
            labels = self._env.domains.standard_domain.labels
            found = labels.get(target) or labels.get(target.lower())
            return str(found[2]) if found else None
        if kind != DOCUMENT:
            return None
        docname, _, heading = target.partition("#")
        title = self._env.titles.get(docname)
        return self._heading(docname, heading) or (title.astext() if title else None)

    def _heading(self, docname: str, heading: str) -> str:
        """Return a heading by the name that MyST gave it; empty where it gave none."""
        slugs = self._env.metadata.get(docname, {}).get("myst_slugs", {})
        return str(slugs[heading][-1]) if heading in slugs else ""

    def shown_in(self, parts: Iterable[SentencePart]) -> tuple[str | None, ...]:
        """Return the titles that some text shows, in its order."""
        links = (part.link for part in parts if part.link is not None)
        return tuple(self(*link) for link in links if link[0] in {DOCUMENT, SECTION})
