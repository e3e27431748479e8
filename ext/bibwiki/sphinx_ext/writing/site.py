"""The site that a builder writes: its title, and absolute addresses from its base."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from html import unescape
from textwrap import shorten
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from sphinx.config import Config

from bibwiki.pages.about import About
from bibwiki.sphinx_ext.linker import page_path
from bibwiki.sphinx_ext.writing.page_paths import PagePaths

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target
    from bibwiki.sphinx_ext.wiki import Wiki

_TAG = re.compile(r"<[^>]*>")
_KEPT = 16_384
"""Addresses that are kept: most are those of people, who are named on many pages."""
_DESCRIPTION_LENGTH = 160
"""What search engines show of a description."""


class BuilderSite:
    """The site of one build; without ``html_baseurl`` it gives no addresses."""

    def __init__(self, wiki: Wiki) -> None:
        self._wiki = wiki
        config = wiki.builder.config
        self.title = plain_text(config.html_title or config.project)
        base: str = config.html_baseurl or ""
        self.base = f"{base.rstrip('/')}/" if base else ""
        self._paths = PagePaths(partial(page_path, wiki.builder))
        self._page = lru_cache(_KEPT)(self._find_page)

    def page(self, pagename: str) -> str | None:
        """Return the absolute address of a page."""
        return self._page(pagename) if self.base else None

    def _find_page(self, pagename: str) -> str:
        return self.base + quote(self._paths[pagename])

    def file(self, path: str) -> str | None:
        """Return the absolute address of a file below the output folder."""
        return self.base + quote(path) if self.base else None

    def thing(self, target: Target) -> str | None:
        """Return the absolute address of a thing's page."""
        if not self.base:
            return None
        pagename = self._wiki.pagename(target)
        return None if pagename is None else self.page(pagename)


def about_site(wiki: Wiki) -> About:
    """Return what the configuration says of the wiki itself."""
    config = wiki.builder.config
    site = BuilderSite(wiki)
    # Sphinx puts a sentence where nobody named an author.
    named = config.author != Config.config_values["author"].default
    return About(
        title=site.title,
        authors=config.author if named else "",
        address=site.base,
        licence=wiki.config.licence,
        licence_url=wiki.config.licence_url,
        report_url=wiki.config.report_url,
    )


def first_paragraph(doctree: nodes.document | None) -> str:
    """Return what a document begins with, cut to what search engines show."""
    for paragraph in doctree.findall(nodes.paragraph) if doctree else ():
        if isinstance(paragraph.parent, nodes.section | nodes.document):
            text = " ".join(paragraph.astext().split())
            if text:
                return shorten(text, _DESCRIPTION_LENGTH, placeholder=" …")
    return ""


def plain_text(html: str) -> str:
    """Return the text of a title that may hold markup."""
    return " ".join(unescape(_TAG.sub("", html)).split())
