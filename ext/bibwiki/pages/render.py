"""Views to HTML, through the templates beside this module.

All HTML stands in the templates, all of it escaped by Jinja. A renderer keeps the HTML
of works' lines, so that a work that stands in fifty lists is rendered once for each
depth of page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup

from bibwiki.model.latex.marked_text import MarkedText
from bibwiki.pages import blocks as kinds
from bibwiki.pages.items import Link
from bibwiki.pages.kept_html import MOST_LINES, KeptHtml, keep
from bibwiki.pages.links import HerePlace, PagePlace, ThingPlace, WebPlace
from bibwiki.pages.templating import TemplateEnvironment, markup, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bibwiki.model.latex.marked_text import Inline
    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.items import CountedLink, Span, WorkGroup, WorkItem
    from bibwiki.pages.links import Linker, Place
    from bibwiki.pages.page_view import Header, PageView, Section
    from bibwiki.pages.site.search.documents import SearchDocument

STATIC = Path(__file__).parent / "static"
"""The folder with ``bibwiki.css`` and ``bibwiki.js``."""
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


Formula: TypeAlias = "Callable[[str], str | None]"
"""Turns TeX into MathML; None where it cannot."""


def _no_formula(_source: str) -> str | None:
    return None


class Renderer:
    """Turns views into HTML; made once for a build, so that templates compile once."""

    def __init__(self, formula: Formula = _no_formula) -> None:
        """Compile the templates.

        Args:
            formula: Turns TeX into MathML, safe to put on a page; None where it
                cannot, then the source is shown.
        """
        self._formula = cache(formula)
        environment = TemplateEnvironment(
            url=_url, page=_page, link=_link, spans=_spans,
            items=_items, block=_block, work=_work, text=_text, label=_label, run=_run,
            heading=_heading,
        )  # fmt: skip
        self._pages = environment.macros("page")
        self._documents = environment.macros("documents")
        blocks = environment.macros("blocks")
        works = environment.macros("works")
        inline = environment.macros("inline")
        self._macros = _Macros(
            block={kind: getattr(blocks, name) for kind, name in _MACROS.items()},
            work_start=works.work_start,
            creators=inline.creators,
            work_end=works.work_end,
            counted_link=blocks.counted_link,
            link=inline.link,
            runs=inline.runs,
            run=inline.run,
        )
        self._kept: dict[str, KeptHtml] = {}

    def page(self, view: PageView, linker: Linker) -> Markup:
        """Return a whole page: one section that holds the title and everything."""
        return self._call("page", view, linker)

    def header(self, header: Header, linker: Linker) -> Markup:
        """Return what stands under a title: creators, topics, infobox, actions."""
        return self._call("header", header, linker)

    def section(self, section: Section, linker: Linker) -> Markup:
        """Return one titled part of a page."""
        return self._call("section", section, linker)

    def provenance(self, spans: tuple[Span, ...], linker: Linker) -> Markup:
        """Return the last line of a page."""
        html: Markup = self._pages.provenance(spans, self._here(linker))
        return html

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

    def search_document(self, document: SearchDocument, language: str) -> Markup:
        """Return a whole HTML document of what a page is found by."""
        html: Markup = self._documents.search_document(document, language)
        return html

    def _call(
        self, macro: str, value: PageView | Header | Section, linker: Linker
    ) -> Markup:
        html: Markup = getattr(self._pages, macro)(value, self._here(linker))
        return html

    def _here(self, linker: Linker) -> _Here:
        kept = self._kept.get(linker.prefix)
        if kept is None:
            kept = self._kept[linker.prefix] = KeptHtml()
        return _Here(linker, kept, self._macros, self._formula)


@dataclass(frozen=True, slots=True)
class _Macros:
    """The macros that filters call."""

    block: Mapping[type, Callable[[Any, _Here], Markup]]
    work_start: Callable[[WorkItem, _Here], Markup]
    creators: Callable[[tuple[Link, ...], bool, _Here], Markup]
    work_end: Callable[[WorkItem, _Here], Markup]
    counted_link: Callable[[CountedLink, _Here], Markup]
    link: Callable[[Link, _Here], Markup]
    runs: Callable[[tuple[Inline, ...], bool, _Here], Markup]
    run: Callable[[Inline, str | None], Markup]


@dataclass(frozen=True, slots=True)
class _Here:
    """The page being rendered: handed through all templates under the name ``here``."""

    linker: Linker
    kept: KeptHtml
    macros: _Macros
    formula: Formula


def _url(place: Place | None, here: _Here) -> str | None:
    """Return the address of a place as seen from the page; None for no link."""
    if isinstance(place, (WebPlace, HerePlace)):  # the same for every page
        return place.url
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
        keep(here.kept.links, id(link), (link, html))
    return html


def _heading(titled: WorkGroup | Section, here: _Here) -> str:
    """Return the HTML of a title, linked where it leads somewhere."""
    if titled.place is None:
        return text(titled.title)
    return here.macros.link(Link(titled.title, titled.place), here)


def _spans(spans: Iterable[Span], here: _Here, separator: str = "") -> Markup:
    """Return spans side by side, with a separator between them."""
    kept = here.kept.links
    html: list[str] = []
    for span in spans:
        found = kept.get(id(span))
        if found is not None:
            html.append(found[1])
        elif isinstance(span, str):
            html.append(_text(span, here))
        else:
            html.append(_link(span, here))
    return markup(separator.join(html))


def _text(value: str, here: _Here) -> str:
    """Return the HTML of a text with its markup; most have none."""
    if isinstance(value, MarkedText):
        return here.macros.runs(value.runs, True, here)  # noqa: FBT003 - a macro
    return text(value)


def _label(value: str, here: _Here) -> str:
    """Return the same without links: it stands inside a link, or is a title."""
    if isinstance(value, MarkedText):
        return here.macros.runs(value.runs, False, here)  # noqa: FBT003 - a macro
    return text(value)


def _run(run: Inline, here: _Here) -> Markup:
    """Return one run of a marked text; of a formula, its MathML."""
    formula = here.formula(run.text) if run.style == "math" else None
    return here.macros.run(run, None if formula is None else markup(formula))


def _items(items: Iterable[CountedLink], here: _Here) -> Markup:
    """Return the items of a list of links, kept like the links themselves.

    A person stands in the lists of many coauthors, mostly with the same small count.
    """
    kept = here.kept.items
    html = []
    for item in items:
        found = kept.get(id(item))
        if found is None:
            made = here.macros.counted_link(item, here)
            is_part = type(item.link.place) is PagePlace
            if is_part or id(item.link) in here.kept.links:
                keep(kept, id(item), (item, made))
            html.append(made)
        else:
            html.append(found[1])
    return markup("".join(html))


def _block(block: Block, here: _Here) -> Markup:
    """Return the HTML of a block."""
    return here.macros.block[type(block)](block, here)


def _work(item: WorkItem, here: _Here) -> Markup:
    """Return the HTML of a work's line, made once for each object and depth.

    A context gives the same object for the same work. Lines with a name in bold are
    other objects, each used on one page only: what stands around their creators is that
    of the others.
    """
    line = here.kept.lines.get(id(item))
    if line is not None:
        return line[1]
    around = here.kept.around.get(id(item.target))
    if around is None:
        start, end = (
            here.macros.work_start(item, here),
            here.macros.work_end(item, here),
        )
        around = item.target, start, end
        keep(here.kept.around, id(item.target), around, MOST_LINES)
    links = item.creators
    creators = here.macros.creators(links, item.others, here) if links else ""
    html = markup("".join((around[1], creators, around[2])))
    if not any(link.strong for link in links):
        keep(here.kept.lines, id(item), (item, html), MOST_LINES)
    return html
