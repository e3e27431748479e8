"""What machines read in the heads of pages, put where themes print ``metatags``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from bibwiki.model.notes.kind import Target
from bibwiki.pages.head.elements import HeadRenderer
from bibwiki.pages.head.head import PageSubject, page_head
from bibwiki.pages.site.feeds import ALL_WORKS, as_json_feed, feed_path
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.site import BuilderSite, first_paragraph, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes
    from sphinx.application import Sphinx

    from bibwiki.pages.page_view import PageView
    from bibwiki.sphinx_ext.wiki import Wiki

SITE_BUILDERS = frozenset({"html", "dirhtml"})
"""Builders whose output is a site; books have no use for such heads."""


class Heads:
    """Makes the heads of one build's pages."""

    def __init__(self, wiki: Wiki) -> None:
        self._wiki = wiki
        self._site = BuilderSite(wiki)
        self._renderer = HeadRenderer()

    @property
    def site_digest(self) -> str:
        """What heads depend on besides the catalogue."""
        return f"{self._site.base}\n{self._site.title}"

    def catalogue_page(self, view: PageView) -> Markup:
        """Return the elements for a catalogue page; empty outside of sites."""
        if self._wiki.builder.name not in SITE_BUILDERS:
            return Markup("")
        subject = PageSubject(view.pagename, view.title, view.description, view.target)
        return self._renderer.head(page_head(self._wiki.context, self._site, subject))

    def feeds(self, pagename: str, pathto: Callable[[str, int], str]) -> Markup:
        """Return the elements that tell feed readers of the feeds.

        Args:
            pagename: A document has the feed of what it is about, too.
            pathto: Gives the address of a file as seen from the page.
        """
        if not self._site.base:
            return Markup("")
        title = self._site.title
        found = self._feed(f"{title}: works", ALL_WORKS, pathto)
        target = self._target(pagename)
        path = feed_path(self._wiki.context, target) if target else None
        if target is None or path is None:
            return found
        name = self._wiki.context.name_of(target)
        return found + self._feed(f"{title}: {name}", path, pathto)

    def _feed(self, title: str, path: str, pathto: Callable[[str, int], str]) -> Markup:
        """Return the elements of one feed in both forms."""
        atom = self._renderer.feed(title, pathto(path, 1), "application/atom+xml")
        json_address = pathto(as_json_feed(path), 1)
        return atom + self._renderer.feed(title, json_address, "application/feed+json")

    def _target(self, docname: str) -> Target | None:
        """Return what a document is about."""
        note = wiki_domain(self._wiki.builder.env).notes.get(docname)
        target = Target(note.kind, note.id) if note else None
        if target is not None and self._wiki.catalogue.documents.get(target) != docname:
            return None  # a second declaration: the page of something else
        return target

    def document(
        self,
        docname: str,
        title: str,
        description: str = "",
        *,
        open_graph: bool = True,
    ) -> Markup:
        """Return the elements for a document.

        Args:
            docname: The document.
            title: Its title, as plain text.
            description: What it begins with.
            open_graph: Add Open Graph properties; another extension may have.
        """
        head = page_head(
            self._wiki.context,
            self._site,
            PageSubject(docname, title, description, self._target(docname)),
        )
        return self._renderer.head(head if open_graph else replace(head, properties=()))


def heads_of(wiki: Wiki) -> Heads:
    """Return what makes the heads of a build, the same at every call."""
    if wiki.heads is None:
        wiki.heads = Heads(wiki)
    return wiki.heads


def describe_document(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Describe a page to machines; handler of ``html-page-context``.

    Catalogue pages bring their descriptions themselves; all pages tell of the feeds.
    """
    if app.builder.name not in SITE_BUILDERS:
        return
    heads = heads_of(wiki_domain(app.env).wiki)
    tags = context.get("metatags") or ""
    # As plain texts: added to markup, what is there already would be escaped.
    feeds = str(heads.feeds(pagename, context["pathto"]))
    described = ""
    if pagename in app.env.found_docs:
        title = plain_text(context.get("title") or "")
        has_open_graph = 'property="og:title"' in tags
        described = str(
            heads.document(
                pagename,
                title,
                first_paragraph(doctree),
                open_graph=not has_open_graph,
            )
        )
    context["metatags"] = f"{tags}{feeds}{described}"
