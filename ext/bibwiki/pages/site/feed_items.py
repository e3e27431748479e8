"""What feeds tell: works, claims that others support or contest, questions judged.

Nothing here comes from a clock, so that two builds give the same feed. A work is new on
the day on which its entry was added and changed when that was, as far as the entry says
so; else both are the date of the work, its month or year begun. Ids are the works'
standard addresses, which last.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote

from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.changes import changes_of_claims, changes_of_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.model.date import PartialDate
    from bibwiki.pages.changes import Change
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.site.site import Site

LONGEST = 50
"""Items of a feed."""
_YEARS = range(1, 10_000)
"""Years that an instant can have."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One thing that a feed tells."""

    id: str
    """An address that no other item has; it need not lead anywhere."""
    title: str
    url: str
    published: str
    """An instant after RFC 3339, e.g. ``2021-05-01T00:00:00Z``."""
    updated: str
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What one feed tells, newest first."""

    path: str
    """Below the site's root, without suffix, e.g. ``feeds/all``."""
    title: str
    page: str
    """The address of the page that says the same; empty for none."""
    items: tuple[FeedItem, ...]


def items_of_works(
    context: PageContext, site: Site, keys: Iterable[str]
) -> tuple[FeedItem, ...]:
    """Return the newest items on some works; those without any date are left out.

    Args:
        context: The catalogue.
        site: Where the works have their pages.
        keys: Primary keys; of one day, they stand in this order.
    """
    dated = [
        (newest.sort_key, key)
        for key in keys
        if (newest := _newest_date(context.catalogue.works[key]))
    ]
    dated.sort(key=lambda one: one[0], reverse=True)
    items: list[FeedItem] = []
    for _, key in islice(dated, LONGEST):
        items.append(_item_of_work(context, site, key))
    return tuple(items)


def items_of_claims(
    context: PageContext, site: Site, keys: Iterable[str]
) -> Iterator[FeedItem]:
    """Yield what others say of some works and of their claims, in no order.

    Args:
        context: The catalogue.
        site: Where the works have their pages.
        keys: Primary keys.
    """
    for key in keys:
        for change in changes_of_claims(context, key):
            if change.date.year in _YEARS:
                yield _item_of_change(context, site, change)


def items_of_questions(
    context: PageContext, site: Site, topics: Iterable[str]
) -> Iterator[FeedItem]:
    """Yield the questions about some topics, by their ids, whose state was judged."""
    for id_ in topics:
        note, target = context.catalogue.topics[id_].note, Target(Kind.TOPIC, id_)
        if note is not None and context.has_document(target):
            for change in changes_of_questions(note, target):
                yield _item_of_change(context, site, change)


def newest(*items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    """Return the newest of some items, as many as a feed holds, each once."""
    once = {item.id: item for some in items for item in some}
    ordered = sorted(once.values(), key=lambda item: item.updated, reverse=True)
    return tuple(ordered[:LONGEST])


def _newest_date(catalogued: CataloguedWork) -> PartialDate | None:
    work = catalogued.work
    date = work.changed or work.added or work.date
    return date if date and date.year in _YEARS else None


def _item_of_work(context: PageContext, site: Site, key: str) -> FeedItem:
    catalogued = context.catalogue.works[key]
    work, target = catalogued.work, Target(Kind.WORK, key)
    updated = _begun(_newest_date(catalogued))
    appeared = work.date if work.date and work.date.year in _YEARS else None
    topics = context.catalogue.topics
    return FeedItem(
        # The standard address: it stays when the work gets a hand-written page.
        id=site.page(context.pagename(target)) or "",
        title=work.title,
        url=site.thing(target) or "",
        published=min(_begun(work.added or appeared) or updated, updated),
        updated=updated,
        authors=tuple(c.contribution.name.display for c in catalogued.credits),
        tags=tuple(topics[topic].name for topic in catalogued.topics),
        summary=work.summary or work.abstract,
    )


def _item_of_change(context: PageContext, site: Site, change: Change) -> FeedItem:
    page = site.page(context.pagename(change.target)) or ""
    instant = _begun(change.date)
    return FeedItem(
        id=f"{page}#{change.kind}:{quote(change.cause)}",
        title=f"{context.name_of(change.target)}: {change.words}",
        url=f"{site.thing(change.target) or page}#{change.anchor}",
        published=instant,
        updated=instant,
        tags=(change.kind.label,),
    )


def _begun(date: PartialDate | None) -> str:
    """Return the first moment of a day, month or year as RFC 3339 writes it."""
    if date is None:
        return ""
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"
