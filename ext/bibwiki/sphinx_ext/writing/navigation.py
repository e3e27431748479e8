"""The wiki's sections in the top bar, and the way back from each page.

Catalogue pages and most documents of a wiki stand in no toctree, so themes know neither
their parents nor the sections; this gives both to every theme's templates.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from bibwiki.model.notes.kind import Kind
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from bibwiki.sphinx_ext.wiki import Wiki

SECTIONS = (
    (Kind.PERSON, "People"),
    (Kind.WORK, "Works"),
    (Kind.TOPIC, "Topics"),
    (Kind.ORGANIZATION, "Organizations"),
    (Kind.VENUE, "Venues"),
    (Kind.YEAR, "Years"),
)
"""The sections of the top bar, in order."""


def wiki_navigation(wiki: Wiki, env: BuildEnvironment) -> tuple[tuple[str, str], ...]:
    """Return title and page of what stands in the top bar.

    First the sections that have something to show, then the documents in the root
    document's toctrees.
    """
    catalogue = wiki.catalogue
    filled = {
        Kind.PERSON: bool(catalogue.people),
        Kind.WORK: bool(catalogue.works),
        Kind.TOPIC: bool(catalogue.topics),
        Kind.ORGANIZATION: bool(catalogue.organizations),
        Kind.VENUE: bool(catalogue.venues),
        Kind.YEAR: bool(catalogue.years),
    }
    sections = [
        (title, f"{kind.folder}/index")
        for kind, title in SECTIONS
        if filled[kind] and wiki.has_catalogue_pages
    ]
    taken = {pagename for _, pagename in sections}
    root = env.config.root_doc
    sections += [
        (env.titles[docname].astext(), docname)
        for docname in env.toctree_includes.get(root, ())
        if docname in env.titles and docname not in taken
    ]
    return tuple(sections)


def add_navigation(
    app: Sphinx,
    pagename: str,
    _templatename: str,
    context: dict[str, Any],
    _doctree: nodes.document | None,
) -> None:
    """Give templates ``bibwiki_navigation`` and, where missing, ``parents``.

    Handler of ``html-page-context``. ``bibwiki_navigation`` is a list of mappings with
    ``title``, ``pagename`` and ``current``; ``parents`` is Sphinx's own list of
    mappings with ``link`` and ``title``.
    """
    wiki = wiki_domain(app.env).wiki
    folder = pagename.rpartition("/")[0]
    section = folder.partition("/")[0]
    entries = wiki.conclusions.navigation if wiki.conclusions else ()
    context["bibwiki_navigation"] = [
        {
            "title": title,
            "pagename": page,
            "current": pagename == page
            or (bool(section) and page == f"{section}/index"),
        }
        for title, page in entries
    ]
    if context.get("parents") or not wiki.has_catalogue_pages:
        return
    parents = context.pop("bibwiki_parents", None)
    if parents is None:
        parents = [
            (title, page)
            for title, page in entries
            if section and page == f"{section}/index" and page != pagename
        ]
    context["parents"] = [
        {"link": context["pathto"](page), "title": escape(title)}
        for title, page in parents
    ]
