"""Views to HTML, through the templates beside this module.

All HTML stands in the templates, all of it escaped by Jinja. A renderer keeps the HTML
of each work's line, so that a work that stands in fifty lists is rendered once for each
depth of page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bibwiki.pages import blocks as kinds
from bibwiki.pages.links import ThingPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.blocks import (
        Block,
        CountedLink,
        Header,
        Link,
        PageView,
        Section,
        Span,
        WorkItem,
    )
    from bibwiki.pages.links import Linker, Place

STATIC = Path(__file__).parent / "static"
"""The folder with ``bibwiki.css`` and ``bibwiki.js``."""
_TEMPLATES = Path(__file__).parent / "templates"
_MACROS: dict[type, str] = {
    kinds.Paragraph: "paragraph",
    kinds.WorkList: "work_list",
    kinds.RemarkedWorkList: "remarked_work_list",
    kinds.LinkList: "link_list",
    kinds.MentionList: "mention_list",
    kinds.FactList: "fact_list",
    kinds.ClaimList: "claim_list",
    kinds.CodeBlock: "code_block",
    kinds.Fold: "fold",
    kinds.CardList: "card_list",
    kinds.Timeline: "timeline",
    kinds.Table: "table",
    kinds.Picture: "picture",
    kinds.SearchForm: "search_form",
    kinds.Empty: "empty",
}
"""Maps each type of block to the macro of ``blocks.html.jinja`` that shows it."""


class Renderer:
    """Turns views into HTML; made once for a build, so that templates compile once."""

    def __init__(self) -> None:
        environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        # Filters rather than functions: Jinja calls them without its own overhead,
        # which counts for the some hundred links of a page.
        environment.filters |= {
            "url": _url, "page": _page, "link": _link, "spans": _spans,
            "items": _items, "block": _block, "work": _work,
        }  # fmt: skip
        self._pages = environment.get_template("page.html.jinja").module
        self._documents: Any = environment.get_template("documents.html.jinja").module
        blocks = environment.get_template("blocks.html.jinja").module
        works = environment.get_template("works.html.jinja").module
        inline = environment.get_template("inline.html.jinja").module
        self._macros = _Macros(
            block={kind: getattr(blocks, name) for kind, name in _MACROS.items()},
            work=getattr(works, "work"),  # noqa: B009 - mypy does not know macros
            counted_link=getattr(blocks, "counted_link"),  # noqa: B009 - the same
            link=getattr(inline, "link"),  # noqa: B009 - the same
        )
        self._kept: dict[str, _Kept] = {}

    def page(self, view: PageView, linker: Linker) -> Markup:
        """Return a whole page: one section that holds the title and everything."""
        return self._call("page", view, linker)

    def header(self, header: Header, linker: Linker) -> Markup:
        """Return what stands under a title: creators, topics, infobox, actions."""
        return self._call("header", header, linker)

    def section(self, section: Section, linker: Linker) -> Markup:
        """Return one titled part of a page."""
        return self._call("section", section, linker)

    def blocks(self, blocks: Iterable[Block], linker: Linker) -> Markup:
        """Return blocks without a title, e.g. for a section that a document has."""
        here = self._here(linker)
        return Markup("").join(_block(block, here) for block in blocks)

    def meta(self, view: PageView) -> Markup:
        """Return the elements that describe a page in its head."""
        html: Markup = self._documents.meta(view)
        return html

    def redirect(self, address: str) -> Markup:
        """Return a whole document that sends readers on to another address."""
        html: Markup = self._documents.redirect(address)
        return html

    def _call(
        self, macro: str, value: PageView | Header | Section, linker: Linker
    ) -> Markup:
        html: Markup = getattr(self._pages, macro)(value, self._here(linker))
        return html

    def _here(self, linker: Linker) -> _Here:
        kept = self._kept.setdefault(linker.prefix, _Kept())
        return _Here(linker, kept, self._macros)


@dataclass(frozen=True, slots=True)
class _Macros:
    """The macros that filters call."""

    block: Mapping[type, Callable[[Any, _Here], Markup]]
    work: Callable[[WorkItem, _Here], Markup]
    counted_link: Callable[[CountedLink, _Here], Markup]
    link: Callable[[Link, _Here], Markup]


@dataclass(frozen=True, slots=True)
class _Kept:
    """HTML by the identity of what it shows, for all pages of one depth.

    The value is kept beside its HTML, so that its identity is not given away again.
    """

    works: dict[int, tuple[WorkItem, Markup]] = field(default_factory=dict)
    links: dict[int, tuple[Link, Markup]] = field(default_factory=dict)
    items: dict[tuple[int, int | None, str], Markup] = field(default_factory=dict)
    """By the identity of a kept link, its count and its remark."""


@dataclass(frozen=True, slots=True)
class _Here:
    """The page being rendered: handed through all templates under the name ``here``."""

    linker: Linker
    kept: _Kept
    macros: _Macros


def _url(place: Place | None, here: _Here) -> str | None:
    """Return the address of a place as seen from the page; None for no link."""
    return None if place is None else here.linker.url(place)


def _page(target: Target, here: _Here) -> str | None:
    """Return the address of a thing's page; None where it has none."""
    return here.linker.url(ThingPlace(target))


def _link(link: Link, here: _Here) -> Markup:
    """Return the HTML of a link, kept where it leads to a thing.

    A context gives the same object for the same thing and text, so few are kept.
    """
    kept = here.kept.links.get(id(link))
    if kept is not None:
        return kept[1]
    html = here.macros.link(link, here)
    if isinstance(link.place, ThingPlace) and not link.place.anchor:
        here.kept.links[id(link)] = (link, html)
    return html


def _spans(spans: Iterable[Span], here: _Here, separator: str = "") -> Markup:
    """Return spans side by side, with a separator between them."""
    html = [
        escape(span) if isinstance(span, str) else _link(span, here) for span in spans
    ]
    return Markup(separator.join(html))  # noqa: S704 - all parts are escaped


def _items(items: Iterable[CountedLink], here: _Here) -> Markup:
    """Return the items of a list of links, kept like the links themselves.

    A person stands in the lists of many coauthors, mostly with the same small count.
    """
    kept = here.kept.items
    html = []
    for item in items:
        key = (id(item.link), item.count, item.remark)
        found = kept.get(key)
        if found is None:
            found = here.macros.counted_link(item, here)
            if id(item.link) in here.kept.links:
                kept[key] = found
        html.append(found)
    return Markup("".join(html))  # noqa: S704 - made by the macro


def _block(block: Block, here: _Here) -> Markup:
    """Return the HTML of a block."""
    return here.macros.block[type(block)](block, here)


def _work(item: WorkItem, here: _Here) -> Markup:
    """Return the HTML of a work's line, made once for each object and depth.

    A context gives the same object for the same work. Lines with a name in bold are
    other objects, each used on one page only, and are not kept.
    """
    kept = here.kept.works.get(id(item))
    if kept is not None:
        return kept[1]
    html = here.macros.work(item, here)
    if not any(link.strong for link in item.creators):
        here.kept.works[id(item)] = (item, html)
    return html
