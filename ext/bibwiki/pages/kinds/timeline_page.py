"""Works along a line of years: those of the whole wiki, and those of a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind
from bibwiki.pages.blocks import Empty, Fold, LinkList, Paragraph, Picture, Timeline
from bibwiki.pages.changes import CHANGES, has_changes
from bibwiki.pages.drawings.timeline_drawing import (
    LEGEND,
    draw_timeline,
    timeline_rows,
    work_date,
)
from bibwiki.pages.items import CountedLink, Link, TimelineYear
from bibwiki.pages.links import PagePlace
from bibwiki.pages.page_view import Header, PageView
from bibwiki.pages.thing_links import home_link, thing_link, year_link
from bibwiki.pages.wording import counted, day_words, enumeration
from bibwiki.pages.work_items import UNDATED, main_credits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.pages.blocks import Block
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.drawings.timeline_drawing import Row

TIMELINE = "timeline"
"""The pagename of the whole wiki's timeline."""
WORKS_SHOWN = 10
"""Works of one year on the whole wiki's timeline."""


def timeline_view(context: PageContext) -> PageView:
    """Return the timeline of all works, newest year first."""
    years = context.catalogue.years
    blocks: tuple[Block, ...] = (Empty("No work with a year is recorded yet."),)
    if years:
        shown = tuple(_year(context, year, keys) for year, keys in years.items())
        blocks = (*_changes(context), *_by_person(context), Timeline(shown))
    dated = sum(len(keys) for keys in years.values())
    summary = f"{counted(dated, 'work')} in {counted(len(years), 'year')}."
    return PageView(
        pagename=TIMELINE,
        title="Timeline",
        header=Header(subtitle=(summary,)),
        sections=(),
        description=f"The works of this wiki year by year: {summary}",
        breadcrumbs=(home_link(context),),
        lead=blocks,
        anchor=TIMELINE,
    )


def _changes(context: PageContext) -> tuple[Block, ...]:
    """Return the line that leads to when things changed here."""
    if not has_changes(context):
        return ()
    link = Link("what changed when", PagePlace(CHANGES))
    return (Paragraph(("In the wiki itself: ", link, ".")),)


def _by_person(context: PageContext) -> tuple[Block, ...]:
    """Return the works of people with a hand-written page, drawn and as a list."""
    rows = timeline_rows(context)
    if not rows:
        return ()
    drawing = draw_timeline(context, rows)
    people = tuple(block for row in rows for block in _person(context, row))
    fold = Fold("The same works as a list, person by person", people)
    return (Picture(drawing, (fold,), LEGEND),)


def _person(context: PageContext, row: Row) -> tuple[Block, ...]:
    """Return a person's works with their dates, in the order of time."""
    works = context.catalogue.works
    items = tuple(
        CountedLink(thing_link(context, Kind.WORK, key), remark=work_date(works[key]))
        for key in reversed(row.works)
    )
    of_all = (
        f": the newest {len(items)} of {row.total}" if row.total > len(items) else ""
    )
    person = thing_link(context, Kind.PERSON, row.person)
    return (Paragraph((person, of_all)), LinkList(items))


def timeline_blocks(context: PageContext, keys: Sequence[str]) -> tuple[Block, ...]:
    """Return a timeline of some works, oldest first; those without a year at its end.

    Args:
        context: The catalogue.
        keys: Primary keys, newest first.
    """
    if not keys:
        return ()
    by_year: dict[int | None, list[str]] = {}
    for key in reversed(keys):
        by_year.setdefault(context.catalogue.works[key].work.year, []).append(key)
    undated = by_year.pop(None, [])
    years = [
        TimelineYear(year_link(context, year), _items(context, members))
        for year, members in sorted((y, m) for y, m in by_year.items() if y is not None)
    ]
    if undated:
        years.append(TimelineYear(Link(UNDATED), _items(context, undated)))
    return (Timeline(tuple(years)),)


def _year(context: PageContext, year: int, keys: tuple[str, ...]) -> TimelineYear:
    items = _items(context, keys[:WORKS_SHOWN])
    more = len(keys) - len(items)
    if more:
        text = f"and {counted(more, 'more work')}"
        items = (*items, CountedLink(year_link(context, year, text)))
    return TimelineYear(year_link(context, year), items)


def _items(context: PageContext, keys: Sequence[str]) -> tuple[CountedLink, ...]:
    return tuple(
        CountedLink(
            thing_link(context, Kind.WORK, key), remark=_who_and_when(context, key)
        )
        for key in keys
    )


def _who_and_when(context: PageContext, key: str) -> str:
    """Return who made a work, and the day or month, e.g. ``Lovelace, 4 May``."""
    date = context.catalogue.works[key].work.date
    when = day_words(date) if date else ""
    return ", ".join(filter(None, (_creators_in_short(context, key), when)))


def _creators_in_short(context: PageContext, key: str) -> str:
    """Return who made a work: up to two family names, else the first of them."""
    catalogued = context.catalogue.works[key]
    names = [one.contribution.name.short for one in main_credits(catalogued)]
    if len(names) > 2 or (names and catalogued.work.others):
        return f"{names[0]} et al."
    return enumeration(names)
