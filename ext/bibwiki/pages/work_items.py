"""Works as lines of lists, and lists of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Role
from bibwiki.pages.badges import cited_badge, state_badges, type_badge
from bibwiki.pages.blocks import WorkList
from bibwiki.pages.items import Link, WorkGroup, WorkItem
from bibwiki.pages.links import ThingPlace
from bibwiki.pages.thing_links import thing_link, year_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bibwiki.catalogue.catalogue import CataloguedWork, Credit
    from bibwiki.model.work import Contribution
    from bibwiki.pages.context import PageContext

CREATORS_LISTED = 60
"""The most creators that a line of a list names; most of them are folded."""
UNDATED = "Without a year"
_MARKS = {
    "equal": ("*", "equal contribution"),
    "corresponding": ("\N{DAGGER}", "corresponding author"),
}
"""Maps a name annotation of an entry to the sign after the name and its meaning."""
_ROLE_MARKS = {
    Role.EDITOR: "(ed.)",
    Role.TRANSLATOR: "(transl.)",
    Role.ADVISOR: "(advisor)",
}


def work_item(context: PageContext, key: str) -> WorkItem:
    """Return the line of a work, the same object at every call."""
    return context.recorder.derive("item", key, _make_item, context, key)


def _make_item(context: PageContext, key: str) -> WorkItem:
    catalogued = context.catalogue.works[key]
    work = catalogued.work
    target = Target(Kind.WORK, key)
    context.note_brief(target)  # its address: a line leads to the work's page
    # All creators stand on the work's own page. In lists, a work of thousands would
    # make the page of each of the thousands that long.
    main = main_credits(catalogued)
    return WorkItem(
        target=target,
        title=work.title,
        creators=creator_links(context, main[:CREATORS_LISTED]),
        others=work.others or len(main) > CREATORS_LISTED,
        venue=venue_link(context, catalogued, short=True),
        date=date_link(context, catalogued),
        badges=(
            type_badge(catalogued),
            *state_badges(context, catalogued),
            *cited_badge(context, key),
        ),
        anchor="",
    )


def main_credits(catalogued: CataloguedWork) -> tuple[Credit, ...]:
    """Return the authors; where there are none, whoever else is named."""
    credits_ = catalogued.credits
    author = Role.AUTHOR
    authors = [one for one in credits_ if one.contribution.role is author]
    if len(authors) == len(credits_) or not authors:
        return credits_
    return tuple(authors)


def first_credit(catalogued: CataloguedWork) -> Credit:
    """Return the first of :func:`main_credits`; the work names somebody."""
    for credit in catalogued.credits:
        if credit.contribution.role is Role.AUTHOR:
            return credit
    return catalogued.credits[0]


def creator_links(context: PageContext, credits_: Iterable[Credit]) -> tuple[Link, ...]:
    """Return linked names as the work writes them, with the marks they carry there."""
    return tuple([_creator_link(context, credit) for credit in credits_])


def _creator_link(context: PageContext, credit: Credit) -> Link:
    contribution = credit.contribution
    name = contribution.name.display
    if credit.person is not None:
        link = context.link(Kind.PERSON, credit.person, name)
    elif credit.organization is not None:
        link = context.link(Kind.ORGANIZATION, credit.organization, name)
    else:
        link = Link(name)
    mark, meaning = _mark(contribution)
    return replace(link, mark=mark, mark_title=meaning) if mark else link


def _mark(contribution: Contribution) -> tuple[str, str]:
    """Return the sign after a name and what it means; an annotation before a role."""
    for note in contribution.marks:
        if note in _MARKS:
            return _MARKS[note]
    return _ROLE_MARKS.get(contribution.role, ""), contribution.role.value


def venue_link(
    context: PageContext, catalogued: CataloguedWork, *, short: bool = False
) -> Link | None:
    """Return where a work appeared; by the venue's short name if that is asked."""
    if catalogued.venue is not None:
        text = context.short_name(catalogued.venue) if short else None
        return thing_link(context, Kind.VENUE, catalogued.venue, text or None)
    venue_as_written = catalogued.work.venue
    return Link(venue_as_written.name) if venue_as_written else None


def date_link(context: PageContext, catalogued: CataloguedWork) -> Link | None:
    """Return a work's year as a link, or what its entry says in place of a date."""
    if catalogued.work.year is not None:
        return year_link(context, catalogued.work.year)
    return Link(catalogued.work.date_text) if catalogued.work.date_text else None


def emphasised(item: WorkItem, target: Target) -> WorkItem:
    """Return a line with one creator in bold and not linked: on their own page."""
    # Made for every work of every person: without dataclasses.replace it takes a third.
    creators = [
        Link(link.text, strong=True, mark=link.mark, mark_title=link.mark_title)
        if type(place := link.place) is ThingPlace and place.target == target
        else link
        for link in item.creators
    ]
    return WorkItem(
        item.target,
        item.title,
        tuple(creators),
        item.others,
        item.venue,
        item.date,
        item.badges,
        item.anchor,
    )


def work_list(
    context: PageContext, keys: Sequence[str], own: Target | None = None
) -> WorkList:
    """Return works in the order given, without headings.

    Args:
        context: The catalogue.
        keys: Primary keys.
        own: The person or organization whose page it is, shown in bold.
    """
    return WorkList((WorkGroup("", _items(context, keys, own)),))


def works_by_year(
    context: PageContext,
    keys: Sequence[str],
    own: Target | None = None,
    *,
    anchored: bool = False,
) -> WorkList:
    """Return works under their years, in the order of the years' first appearance.

    Args:
        context: The catalogue.
        keys: Primary keys.
        own: The person or organization whose page it is, shown in bold.
        anchored: Give each year's heading an id (:func:`year_anchor`).
    """
    by_year: dict[int | None, list[str]] = {}
    for key in keys:
        by_year.setdefault(context.catalogue.works[key].work.year, []).append(key)
    return WorkList(
        tuple(
            WorkGroup(
                UNDATED if year is None else str(year),
                _items(context, ks, own),
                year_anchor(year) if anchored and year is not None else "",
            )
            for year, ks in by_year.items()
        )
    )


def year_anchor(year: int) -> str:
    """Return the id of a year's heading in a list of works."""
    return f"works-of-{year}"


def _items(
    context: PageContext, keys: Iterable[str], own: Target | None
) -> tuple[WorkItem, ...]:
    items = [work_item(context, key) for key in keys]
    return tuple(items if own is None else [emphasised(item, own) for item in items])
