"""Links between documents: what Sphinx forgets about them, and we must not.

Sphinx writes a page again when its source changes, not when a page that it names gets
another title, moves or goes; and it reads a page again only for its own changes.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from sphinx import addnodes
from sphinx.util import docname_join

from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from collections.abc import Collection

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_OURS = frozenset({"cite", "wiki"})


class DocumentLink(NamedTuple):
    """A link that Sphinx or MyST resolves when the page is written."""

    type: str
    """E.g. ``doc``, ``ref`` or ``myst``."""
    target: str
    """As written."""

    def docname(self, origin: str) -> str:
        """Return the document that it means if it means one."""
        path = PurePosixPath(self.target.partition("#")[0])
        bare = path.with_suffix("") if path.suffix in {".md", ".rst"} else path
        return docname_join(origin, str(bare))


def collect_links(document: nodes.document) -> tuple[DocumentLink, ...]:
    """Return the links of a document that are not ours, each once, sorted."""
    links = {
        DocumentLink(str(node.get("reftype")), str(node.get("reftarget")))
        for node in document.findall(addnodes.pending_xref)
        if node.get("refdomain") not in _OURS
    }
    return tuple(sorted(links))


def documents_to_read_again(
    _app: Sphinx,
    env: BuildEnvironment,
    added: Collection[str],
    _changed: Collection[str],
    removed: Collection[str],
) -> list[str]:
    """Return the documents that name one that was added or removed.

    Handler of ``env-get-outdated``. While reading, MyST decides by the files that exist
    what a link is, and a toctree which of its entries are pages.
    """
    moved = {*added, *removed}
    if not moved:
        return []
    domain = wiki_domain(env)
    linking = {
        docname
        for docname, links in domain.links.items()
        if any(_reach(link, docname) & moved for link in links)
    }
    listing = {
        docname
        for docname, children in env.toctree_includes.items()
        if not moved.isdisjoint(children)
    }
    return sorted(linking | listing)


def _reach(link: DocumentLink, origin: str) -> set[str]:
    # MyST's links are written as paths or, once found, as names from the root.
    return {link.docname(origin), link.docname("")}
