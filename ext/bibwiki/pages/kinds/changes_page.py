"""What changed in the wiki, day by day, and the same by what happened."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from bibwiki.pages.blocks import Paragraph, Timeline
from bibwiki.pages.changes import CHANGES, all_changes, by_date, by_kind, change_link
from bibwiki.pages.items import CountedLink, Link, TimelineYear
from bibwiki.pages.kinds.part_pages import PartPages
from bibwiki.pages.links import FilePlace, PagePlace
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.parts import PART_LENGTH, Splitter, shown_first, split_parts
from bibwiki.pages.site.feeds import ALL_WORKS
from bibwiki.pages.thing_links import home_link
from bibwiki.pages.wording import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.changes import Change
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.kinds.part_pages import MadePage
    from bibwiki.pages.parts import Part

TITLE = "What changed"
OF_ONE_KIND = 10
"""Changes of one day and kind that the page of all shows: hundreds of pages may be
checked on one day."""


def changes_pages(context: PageContext) -> Iterator[MadePage]:
    """Yield the page of all changes and one for each kind; none where none is dated."""
    changes = all_changes(context)
    if not changes:
        return
    yield CHANGES, partial(changes_view, context)
    by_id = {change.id: change for change in changes}
    yield from _pages(context, by_id).pages(_parts(by_id))


def changes_view(context: PageContext) -> PageView:
    """Return the newest changes and links to all of each kind."""
    changes = all_changes(context)
    by_id = {change.id: change for change in changes}
    kinds = _pages(context, by_id).links(_parts(by_id))
    lead: list[Block] = [Paragraph(("By what happened:",)), kinds]
    lead.append(Timeline(tuple(_newest_days(context, changes))))
    if context.about.address:
        feed = Link("Atom feed", FilePlace(ALL_WORKS))
        lead.append(Paragraph(("Works and claims are told in an ", feed, ", too.")))
    summary = counted(len(changes), "change")
    return PageView(
        pagename=CHANGES,
        title=TITLE,
        header=Header(subtitle=(summary,)),
        sections=(),
        description=f"What changed in this wiki, newest first: {summary}.",
        breadcrumbs=(home_link(context),),
        lead=tuple(lead),
        anchor=CHANGES,
    )


def _newest_days(
    context: PageContext, changes: Iterable[Change]
) -> Iterator[TimelineYear]:
    """Yield the newest days until the page is full; of much alike on one, some."""
    shown = 0
    for date, of_date in groupby(changes, by_date):
        items: list[CountedLink] = []
        for kind, of_kind in groupby(of_date, by_kind):
            alike = tuple(of_kind)
            most = shown_first(len(alike), OF_ONE_KIND)
            items += (_item(context, one) for one in alike[:most])
            more = len(alike) - most
            if more:
                place = PagePlace(f"{CHANGES}/by/{kind.value}")
                text = f"and {more:,} more: {kind.label.lower()}"
                items.append(CountedLink(Link(text, place)))
        yield TimelineYear(Link(date_words(date)), tuple(items))
        shown += len(items)
        if shown >= PART_LENGTH:
            return


def _days(context: PageContext, changes: Iterable[Change]) -> Timeline:
    """Return changes under their dates, in the order given."""
    return Timeline(
        tuple(
            TimelineYear(
                Link(date_words(date)), tuple(_item(context, one) for one in of_date)
            )
            for date, of_date in groupby(changes, by_date)
        )
    )


def _item(context: PageContext, change: Change) -> CountedLink:
    return CountedLink(change_link(context, change), remark=change.words)


def _parts(by_id: dict[str, Change]) -> tuple[Part, ...]:
    """Divide changes by what happened, then by year."""

    def kind(id_: str) -> tuple[str, str]:
        return by_id[id_].kind.value, by_id[id_].kind.label

    def year(id_: str) -> tuple[str, str]:
        return (str(by_id[id_].date.year),) * 2

    splitters = (
        Splitter(kind, alphabetical=False),
        Splitter(year, alphabetical=False),
    )
    return split_parts(sorted(by_id, key=lambda id_: by_id[id_].kind.place), splitters)


def _pages(context: PageContext, by_id: dict[str, Change]) -> PartPages:
    return PartPages(
        address=f"{CHANGES}/by/",
        title=TITLE,
        unit="change",
        breadcrumbs=(home_link(context), Link(TITLE, PagePlace(CHANGES))),
        blocks=lambda ids: (_days(context, [by_id[id_] for id_ in ids]),),
    )
