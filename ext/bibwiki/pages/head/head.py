"""What machines read in the head of a page.

Three vocabularies: Highwire's ``citation_*`` names, which Google Scholar and reference
managers ask for; schema.org as JSON-LD; the Open Graph for previews of links.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.head.scholar_tags import scholar_tags
from bibwiki.pages.head.structured_data import structured_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.site import Site

_SIGNS = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
_json = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_OPEN_GRAPH_TYPES = {Kind.WORK: "article", Kind.PERSON: "profile"}


@dataclass(frozen=True, slots=True)
class PageHead:
    """The elements of one page's head that bibwiki makes."""

    names: tuple[tuple[str, str], ...] = ()
    """``name`` and ``content`` of meta elements, in order."""
    properties: tuple[tuple[str, str], ...] = ()
    """``property`` and ``content`` of meta elements, in order."""
    data: str = ""
    """JSON-LD that no text in it can end the script element of; empty for none."""


@dataclass(frozen=True, slots=True)
class PageSubject:
    """A page as its head tells of it."""

    pagename: str
    title: str
    """Plain text."""
    description: str = ""
    target: Target | None = None
    """What the page is about, if that is one thing."""


def page_head(context: PageContext, site: Site, page: PageSubject) -> PageHead:
    """Return what the head of a page tells machines."""
    target = page.target
    names: tuple[tuple[str, str], ...] = ()
    data = ""
    if target is not None:
        if target.kind is Kind.WORK:
            names = scholar_tags(context.catalogue.works[target.id])
        found = structured_data(context, site, target)
        data = json_for_script(found) if found else ""
    return PageHead(names, tuple(_open_graph(site, page)), data)


def json_for_script(value: object) -> str:
    """Return JSON that may stand in a script element whatever texts are in it."""
    text = _json(value)
    for sign, escaped in _SIGNS:
        text = text.replace(sign, escaped)
    return text


def _open_graph(site: Site, page: PageSubject) -> Iterator[tuple[str, str]]:
    kind = page.target.kind if page.target else None
    yield "og:title", page.title
    yield "og:type", _OPEN_GRAPH_TYPES.get(kind, "website") if kind else "website"
    url = site.page(page.pagename)
    if url:
        yield "og:url", url
    if site.title:
        yield "og:site_name", site.title
    if page.description:
        yield "og:description", page.description
