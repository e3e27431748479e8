"""Roles that name a thing of the wiki: ``{person}``, ``{topic}``, ``{work}`` ..."""

from __future__ import annotations

from docutils import nodes
from sphinx.roles import XRefRole
from typing_extensions import override


class WikiRole(XRefRole):
    """A cross-reference whose failure is reported by bibwiki, not by Sphinx.

    Sphinx would warn only while a page is written, which an incremental build may skip,
    and could not name what stands nearest.
    """

    def __init__(self) -> None:
        # Names are words, not code.
        super().__init__(warn_dangling=False, innernodeclass=nodes.inline)


class ShortWikiRole(WikiRole):
    """The same without the domain's name: ``{person}`` for ``{wiki:person}``."""

    @override
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        self.name = f"wiki:{self.name}"
        return super().run()
