"""Sorting and grouping the works of a list, and the orders that lists can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.ordering import collation_key, work_sort_name
from bibwiki.catalogue.query.terms import Group, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibwiki.catalogue.catalogue import Catalogue, CataloguedWork
    from bibwiki.model.work import Work

WORK_SORTS = (
    Sort.NEWEST,
    Sort.OLDEST,
    Sort.CHANGED,
    Sort.NAME,
    Sort.TITLE,
    Sort.KEY,
)
"""The orders that a list of works can have."""
THING_SORTS = (Sort.NAME, Sort.WORKS)
"""The orders that a list of people or topics can have."""


def sort_works(
    catalogue: Catalogue, keys: Iterable[str], sort: Sort = Sort.NEWEST
) -> tuple[str, ...]:
    """Put primary keys in order; equals stand newest first."""
    works = catalogue.works
    ranked = sorted(keys, key=catalogue.rank.__getitem__)
    if sort is Sort.OLDEST:
        dated = [key for key in ranked if works[key].work.date]
        return (*reversed(dated), *(key for key in ranked if not works[key].work.date))
    if sort is Sort.CHANGED:
        ranked.sort(key=lambda key: _changed(works[key].work), reverse=True)
    elif sort is Sort.NAME:
        ranked.sort(key=lambda key: collation_key(work_sort_name(works[key].work)))
    elif sort is Sort.TITLE:
        ranked.sort(key=lambda key: collation_key(works[key].work.title))
    elif sort is Sort.KEY:
        ranked.sort()
    return tuple(ranked)


def _changed(work: Work) -> tuple[int, int, int]:
    """Return the day of the last change of a work's entry; before all for none."""
    date = work.changed or work.added
    return date.sort_key if date else (0, 0, 0)


def group_works(
    catalogue: Catalogue, keys: Iterable[str], group: Group
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Put works under headings, keeping their order within each.

    Years stand newest first, other headings in alphabetical order; works without one
    (an empty heading) stand last. Under ``topic`` a work stands once for each topic.
    """
    groups: dict[str, list[str]] = {}
    for key in keys:
        for heading in _headings(catalogue, catalogue.works[key], group):
            groups.setdefault(heading, []).append(key)
    if group is Group.YEAR:
        headings = sorted(groups, key=lambda year: -int(year or -1))
    else:
        headings = sorted(groups, key=lambda text: (not text, collation_key(text)))
    return tuple((heading, tuple(groups[heading])) for heading in headings)


def _headings(
    catalogue: Catalogue, work: CataloguedWork, group: Group
) -> tuple[str, ...]:
    if group is Group.YEAR:
        return (str(work.work.year) if work.work.year is not None else "",)
    if group is Group.TYPE:
        return (work.work.work_type.label,)
    if group is Group.VENUE:
        return (catalogue.venues[work.venue].name if work.venue else "",)
    return tuple(catalogue.topics[id_].name for id_ in work.topics) or ("",)
