"""The filters of the templates: what is rendered inside of blocks, each thing once.

HTML is kept by the object that it shows, so that a work that stands in fifty lists is
rendered once for each depth of page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from bibwiki.model.latex.marked_text import MarkedText
from bibwiki.pages import blocks as kinds
from bibwiki.pages.items import Link
from bibwiki.pages.links import HerePlace, PagePlace, ThingPlace, WebPlace
from bibwiki.pages.templating import TemplateEnvironment, markup, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from markupsafe import Markup

    from bibwiki.model.latex.marked_text import Inline
    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.blocks import Block
    from bibwiki.pages.items import CountedLink, Span, WorkGroup, WorkItem
    from bibwiki.pages.kept_html import KeptHtml
    from bibwiki.pages.links import Linker, Place
    from bibwiki.pages.page_view import Section

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


@dataclass(frozen=True, slots=True)
class Macros:
    """The macros that filters call."""

    block: Mapping[type, Callable[[Any, Here], Markup]]
    work_start: Callable[[WorkItem, Here], Markup]
    creators: Callable[[tuple[Link, ...], bool, Here], Markup]
    work_end: Callable[[WorkItem, Here], Markup]
    counted_link: Callable[[CountedLink, Here], Markup]
    link: Callable[[Link, Here], Markup]
    runs: Callable[[tuple[Inline, ...], bool, Here], Markup]
    run: Callable[[Inline, str | None], Markup]

    @classmethod
    def of(cls, environment: TemplateEnvironment) -> Macros:
        """Return the macros of the templates."""
        blocks = environment.macros("blocks")
        works = environment.macros("works")
        inline = environment.macros("inline")
        return cls(
            block={kind: getattr(blocks, name) for kind, name in _MACROS.items()},
            work_start=works.work_start,
            creators=inline.creators,
            work_end=works.work_end,
            counted_link=blocks.counted_link,
            link=inline.link,
            runs=inline.runs,
            run=inline.run,
        )


@dataclass(frozen=True, slots=True)
class Here:
    """The page being rendered: handed through all templates under the name ``here``."""

    linker: Linker
    kept: KeptHtml
    macros: Macros
    formula: Formula


def _url(place: Place | None, here: Here) -> str | None:
    """Return the address of a place as seen from the page; None for no link."""
    if isinstance(place, (WebPlace, HerePlace)):  # the same for every page
        return place.url
    return None if place is None else here.linker.url(place)


def _page(target: Target, here: Here) -> str | None:
    """Return the address of a thing's page; None where it has none."""
    return here.linker.url(ThingPlace(target))


def _link(link: Link, here: Here) -> Markup:
    """Return the HTML of a link, kept where it leads to a thing.

    A context gives the same object for the same thing and text, so few are kept.
    """
    kept = here.kept.links.by_id.get(id(link))
    if kept is not None:
        return kept
    html = here.macros.link(link, here)
    if isinstance(link.place, ThingPlace) and not link.place.anchor:
        here.kept.links.keep(link, html)
    return html


def _heading(titled: WorkGroup | Section, here: Here) -> str:
    """Return the HTML of a title, linked where it leads somewhere."""
    if titled.place is None:
        return text(titled.title)
    return here.macros.link(Link(titled.title, titled.place), here)


def _spans(spans: Iterable[Span], here: Here, separator: str = "") -> Markup:
    """Return spans side by side, with a separator between them."""
    kept = here.kept.links.by_id
    html: list[str] = []
    for span in spans:
        found = kept.get(id(span))
        if found is not None:
            html.append(found)
        elif isinstance(span, str):
            html.append(_text(span, here))
        else:
            html.append(_link(span, here))
    return markup(separator.join(html))


def _text(value: str, here: Here) -> str:
    """Return the HTML of a text with its markup; most have none."""
    if isinstance(value, MarkedText):
        return here.macros.runs(value.runs, True, here)  # noqa: FBT003 - a macro
    return text(value)


def _label(value: str, here: Here) -> str:
    """Return the same without links: it stands inside a link, or is a title."""
    if isinstance(value, MarkedText):
        return here.macros.runs(value.runs, False, here)  # noqa: FBT003 - a macro
    return text(value)


def _run(run: Inline, here: Here) -> Markup:
    """Return one run of a marked text; of a formula, its MathML."""
    formula = here.formula(run.text) if run.style == "math" else None
    return here.macros.run(run, None if formula is None else markup(formula))


def _items(items: Iterable[CountedLink], here: Here) -> Markup:
    """Return the items of a list of links, kept like the links themselves.

    A person stands in the lists of many coauthors, mostly with the same small count.
    """
    kept = here.kept.items.by_id
    html = []
    for item in items:
        found = kept.get(id(item))
        if found is None:
            found = here.macros.counted_link(item, here)
            is_part = type(item.link.place) is PagePlace
            if is_part or id(item.link) in here.kept.links.by_id:
                here.kept.items.keep(item, found)
        html.append(found)
    return markup("".join(html))


def block_html(block: Block, here: Here) -> Markup:
    """Return the HTML of a block."""
    return here.macros.block[type(block)](block, here)


def _work(item: WorkItem, here: Here) -> Markup:
    """Return the HTML of a work's line, made once for each object and depth.

    A context gives the same object for the same work. Lines with a name in bold are
    other objects, each used on one page only: what stands around their creators is that
    of the others.
    """
    line = here.kept.lines.by_id.get(id(item))
    if line is not None:
        return line
    around = here.kept.around.by_id.get(id(item.target))
    if around is None:
        macros = here.macros
        around = macros.work_start(item, here), macros.work_end(item, here)
        here.kept.around.keep(item.target, around)
    links = item.creators
    creators = here.macros.creators(links, item.others, here) if links else ""
    html = markup("".join((around[0], creators, around[1])))
    if not any(link.strong for link in links):
        here.kept.lines.keep(item, html)
    return html


FILTERS: Mapping[str, Callable[..., Any]] = {
    "url": _url,
    "page": _page,
    "link": _link,
    "spans": _spans,
    "items": _items,
    "block": block_html,
    "work": _work,
    "text": _text,
    "label": _label,
    "run": _run,
    "heading": _heading,
}
"""Maps the names of filters in the templates to what they do."""
