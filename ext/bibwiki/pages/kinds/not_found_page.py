"""The page that a server shows where there is none: ``404.html``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.identifiers import safe_url
from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import LinkList, Paragraph
from bibwiki.pages.items import CountedLink, Link
from bibwiki.pages.kinds.home import search_form
from bibwiki.pages.links import WebPlace
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.thing_links import home_link, index_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext

NOT_FOUND = "404"
"""The pagename; hosts look for a file of this name at the site's root."""
_EXPLANATION = (
    "There is no page at this address. It may have been renamed, or the link may hold "
    "a mistake. Search for it, or start from "
)
_SECTIONS = (Kind.PERSON, Kind.WORK, Kind.TOPIC, Kind.VENUE, Kind.YEAR)


def not_found_view(context: PageContext) -> PageView:
    """Return the page for addresses that lead nowhere.

    It is shown in place of pages of any depth: its linker gives absolute addresses.
    """
    doors = tuple(CountedLink(index_link(kind)) for kind in _SECTIONS)
    return PageView(
        pagename=NOT_FOUND,
        title="Page not found",
        header=Header(),
        sections=(),
        description="This address leads to no page of the wiki.",
        lead=(
            Paragraph((_EXPLANATION, home_link(context), " or one of these lists:")),
            search_form(),
            LinkList(doors, chips=True),
            *_report(context),
        ),
        anchor="page-not-found",
    )


def _report(context: PageContext) -> Iterator[Block]:
    """Yield where to report that a link led here, if that is known."""
    url = safe_url(context.about.report_url) if context.about.report_url else None
    if url:
        report = Link("Report it", WebPlace(url))
        yield Paragraph(("Did a link of this wiki lead here? ", report, "."))
